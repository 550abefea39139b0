import { verifyCommand } from '../src/proxy/exports/verify-command.ts';

const { code, text } = await verifyCommand(process.argv.slice(2));
console.log(text);
process.exitCode = code;

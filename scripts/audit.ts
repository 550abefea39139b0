import { auditCommand } from '../src/proxy/audit/audit-command.ts';

const { code, text } = await auditCommand(process.argv.slice(2), process.env);
console.log(text);
process.exitCode = code;

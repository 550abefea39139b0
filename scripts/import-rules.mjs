/** Who may import whom: the table of docs/architecture.md as rules for dependency-cruiser. */
const source = '^src/';

/** A folder of src and the folders of src that it may import beside itself. */
function only(folder, allowed) {
  return {
    name: `${folder} imports only what it may`,
    severity: 'error',
    from: { path: `${source}${folder}/` },
    to: {
      path: source,
      pathNot: [folder, ...allowed].map((name) => `${source}${name}`),
    },
  };
}

export default {
  forbidden: [
    only('domain', []),
    only('api', ['domain/']),
    only('evidence', ['domain/', 'api/']),
    only('messages', ['domain/', 'api/']),
    only('ui', []),
    only('protocols', ['domain/']),
    only('proxy', [
      'domain/',
      'api/',
      'evidence/',
      'protocols/catalogue.ts$',
      'protocols/protocol.ts$',
      'protocols/parsing/decode-reply.ts$',
    ]),
    only('simulated-devices', ['domain/']),
    only('device-access', ['domain/', 'api/']),
    only('playback', ['domain/', 'api/', 'device-access/', 'messages/', 'ui/']),
    only('features', [
      'domain/',
      'api/',
      'device-access/',
      'evidence/',
      'messages/',
      'playback/',
      'ui/',
    ]),
    only('app', [
      'domain/',
      'api/',
      'device-access/',
      'features/',
      'messages/',
      'playback/',
      'ui/',
    ]),
    {
      name: 'a protocol does not know its siblings',
      severity: 'error',
      from: { path: `${source}protocols/([^/]+)/`, pathNot: `${source}protocols/parsing/` },
      to: {
        path: `${source}protocols/[^/]+/`,
        pathNot: [`${source}protocols/$1/`, `${source}protocols/parsing/`],
      },
    },
    {
      name: 'a feature does not know another feature',
      severity: 'error',
      from: { path: `${source}features/([^/]+)/` },
      to: { path: `${source}features/[^/]+/`, pathNot: `${source}features/$1/` },
    },
    {
      name: 'protocols and domain are pure',
      severity: 'error',
      from: { path: `${source}(protocols|domain|api|evidence)/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only store knows the database',
      severity: 'error',
      from: { path: source, pathNot: `${source}proxy/store/` },
      to: { path: 'node_modules/(better-sqlite3|kysely)/' },
    },
    {
      name: 'only link opens connections to devices',
      severity: 'error',
      from: { path: `${source}proxy/`, pathNot: [`${source}proxy/link/`, '\\.test\\.ts$'] },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'product code does not import tests or benches',
      severity: 'error',
      from: { path: source, pathNot: '\\.test\\.tsx?$' },
      to: { path: ['\\.test\\.tsx?$', '^e2e/', '^bench/', '^scripts/'] },
    },
    {
      name: 'product code does not import the stand-ins of tests',
      severity: 'error',
      from: {
        path: source,
        pathNot: [
          '/fake-[^/]+$',
          '\\.test\\.tsx?$',
          `${source}protocols/(?:contract|recording-link)`,
        ],
      },
      to: { path: '/(?:fake-[^/]+|recording-link\\.ts)$' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything resolves',
      severity: 'error',
      from: { pathNot: '\\.browser\\.test\\.tsx?$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.cache/'] },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
    },
  },
};

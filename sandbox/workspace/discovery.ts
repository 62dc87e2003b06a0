import type { Api, Operation } from '../../src/google/operations';
import { operations, type OperationId } from './operations';
import { scopesOf } from './permits';
import { requestSchema, responseSchema, schemas, type FieldType } from './schemas';

/**
 * Discovery documents of the three APIs, built from the operation table: enough for Google's client libraries to drive
 * the simulation.
 */

const documents: Readonly<Record<Api, { readonly name: string; readonly version: string; readonly title: string }>> = {
  directory: { name: 'admin', version: 'directory_v1', title: 'Admin SDK API' },
  licensing: { name: 'licensing', version: 'v1', title: 'Enterprise License Manager API' },
  reseller: { name: 'reseller', version: 'v1', title: 'Google Workspace Reseller API' },
};

const apis = Object.keys(documents) as Api[];

/**
 * The API of a document's name and version; undefined for any other. `v1` alone is licensing's and reseller's: the name
 * must tell.
 */
export function apiFor(name: string, version: string): Api | undefined {
  return apis.find((api) => documents[api].name === name && documents[api].version === version);
}

/** The API that a host name (`licensing.googleapis.com`) or version stands for. */
export function apiForHost(host: string, version: string): Api | undefined {
  return apis.find(
    (api) => documents[api].version === version && (version !== 'v1' || host.startsWith(`${documents[api].name}.`)),
  );
}

const type = (field: FieldType): object =>
  field === 'int64'
    ? { type: 'string', format: 'int64' }
    : field === 'integer'
      ? { type: 'integer', format: 'int32' }
      : { type: field };

function schema(id: string): object {
  return {
    id,
    type: 'object',
    properties: Object.fromEntries(Object.entries(schemas[id] ?? {}).map(([name, field]) => [name, type(field)])),
  };
}

function parameters(operation: Operation): Record<string, object> {
  const path = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const inPath = path.map((name): [string, object] => [name, { type: 'string', location: 'path', required: true }]);
  const inQuery = operation.query.map((name): [string, object] => [
    name,
    { type: 'string', location: 'query', ...(operation.order.includes(name) && { required: true }) },
  ]);
  return Object.fromEntries([...inPath, ...inQuery]);
}

function method(id: OperationId, operation: Operation): object {
  const answer = responseSchema(id);
  const path = operation.path.slice(1).replace('{orgUnitPath}', '{+orgUnitPath}');
  return {
    id,
    path,
    flatPath: path,
    httpMethod: operation.verb,
    parameters: parameters(operation),
    parameterOrder: operation.order,
    scopes: scopesOf(id),
    ...(operation.body && { request: { $ref: requestSchema(id) } }),
    ...(answer && { response: { $ref: answer } }),
  };
}

interface Resources {
  methods?: Record<string, object>;
  resources?: Record<string, Resources>;
}

function resourcesOf(api: Api): Record<string, Resources> {
  const root: Resources = {};
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    if (operation.api !== api) continue;
    const names = id.split('.').slice(1);
    const name = names.pop() ?? '';
    const place = names.reduce((above, resource) => ((above.resources ??= {})[resource] ??= {}), root);
    (place.methods ??= {})[name] = method(id, operation);
  }
  return root.resources ?? {};
}

function schemasOf(api: Api): Record<string, object> {
  const ids = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].api === api);
  const names = new Set(ids.flatMap((id) => [requestSchema(id), responseSchema(id)]).filter(Boolean));
  return Object.fromEntries([...names].map((name) => [name, schema(name)]));
}

const commonParameters = Object.fromEntries(
  ['alt', 'fields', 'key', 'access_token', 'oauth_token', 'quotaUser'].map((name) => [
    name,
    { type: 'string', location: 'query' },
  ]),
);

/** One API's discovery document. `root` is where the simulation is served, with a slash at its end. */
export function discoveryDocument(api: Api, root: string): object {
  const { name, version, title } = documents[api];
  const scopes = [
    ...new Set((Object.keys(operations) as OperationId[]).filter((id) => operations[id].api === api).flatMap(scopesOf)),
  ];
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    id: `${name}:${version}`,
    name,
    version,
    title,
    protocol: 'rest',
    rootUrl: root,
    servicePath: '',
    baseUrl: root,
    basePath: '',
    batchPath: 'batch',
    parameters: commonParameters,
    auth: { oauth2: { scopes: Object.fromEntries(scopes.map((scope) => [scope, { description: scope }])) } },
    schemas: schemasOf(api),
    resources: resourcesOf(api),
  };
}

/** The list of all documents. */
export function discoveryDirectory(root: string): object {
  const items = apis.map((api) => {
    const { name, version, title } = documents[api];
    return {
      kind: 'discovery#directoryItem',
      id: `${name}:${version}`,
      name,
      version,
      title,
      discoveryRestUrl: `${root}discovery/v1/apis/${name}/${version}/rest`,
      preferred: true,
    };
  });
  return { kind: 'discovery#directoryList', discoveryVersion: 'v1', items };
}

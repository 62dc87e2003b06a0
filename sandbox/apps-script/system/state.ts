import type { Counters, HostState } from '../host-state';

const noneUsed: Counters = {
  documentCalls: 0,
  executions: 0,
  urlFetches: 0,
  waves: 0,
  propertyCalls: 0,
  cacheCalls: 0,
  utilitiesCalls: 0,
  triggersMade: 0,
  triggerMinutes: 0,
  mailRecipients: 0,
  cellsRead: 0,
  cellsWritten: 0,
  bytesRead: 0,
  bytesWritten: 0,
};

/**
 * The state of a spreadsheet that nobody has used yet, with what is given put in its place. The parts given are copied.
 */
export function freshState(given: Partial<HostState> = {}): HostState {
  const { sheets = [], properties, counters, ...rest } = structuredClone(given);
  const first = { name: 'Sheet1', id: 0, hidden: false, cells: [], frozenRows: 0, hiddenRows: [], furniture: {} };
  return {
    sheets: sheets.length > 0 ? sheets : [first],
    activeSheet: sheets[0]?.id ?? 0,
    selection: 'A1',
    cache: {},
    triggers: [],
    mails: [],
    ...rest,
    properties: { document: {}, script: {}, users: {}, ...properties },
    counters: { ...noneUsed, ...counters },
  };
}

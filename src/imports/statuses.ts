import { same, type Format } from './format';

/**
 * A tab of ours as it was saved or copied out of another spreadsheet, for its results alone: rows that wait for another
 * account's administrator say here what became of them there. Only chosen by name: for anybody else such a file is a
 * list of people.
 */
export const statuses: Format = {
  id: 'statuses',
  label: 'Statuses of a copy',
  results: true,
  recognises: (headers) => headers.has('Email', 'Status', 'Details'),
  takes: (headers) => [
    same(headers, 'email', 'Email'),
    same(headers, 'status', 'Status'),
    same(headers, 'details', 'Details'),
    same(headers, 'userId', 'User ID'),
    same(headers, 'updated', 'Updated'),
  ],
};

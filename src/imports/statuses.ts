import { besideHeader } from '../table/column';
import { same, type Format, type Headers, type Take } from './format';

/** Our result under this header; where somebody has a column of that name, ours stands beside it. */
function result(headers: Headers, column: string, header: string): Take {
  return same(headers, column, besideHeader(header), header);
}

/**
 * A tab of ours as it was saved or copied out of another spreadsheet, for its results alone: rows that wait for another
 * account's administrator say here what became of them there. Only chosen by name: for anybody else such a file is a
 * list of people.
 */
export const statuses: Format = {
  id: 'statuses',
  label: 'Statuses of a copy',
  results: true,
  recognises: (headers) =>
    headers.has('Email') && ['Status', 'Details'].every((header) => headers.at(besideHeader(header), header) >= 0),
  takes: (headers) => [
    same(headers, 'email', 'Email'),
    result(headers, 'status', 'Status'),
    result(headers, 'details', 'Details'),
    result(headers, 'userId', 'User ID'),
    result(headers, 'updated', 'Updated'),
  ],
};

import { Refusal } from '../../src/engine/request';
import { explain } from '../../src/google/refusals';

/**
 * What Google refuses about customers (its pages "Troubleshoot Reseller API issues", "Manage customers", "Retrieve and
 * update customers", "Limits").
 */
const refusals: readonly (readonly [op: string, status: number, reason: string, text: string, code: string])[] = [
  ['insert', 400, 'badRequest', 'Bad Request', 'customerInvalid'],
  ['insert', 400, 'required', 'Required: postalAddress.postalCode', 'customerInvalid'],
  ['insert', 400, 'invalid', 'Invalid Input: alternateEmail', 'customerInvalid'],
  ['patch', 400, 'invalid', 'Invalid Input: postalAddress.countryCode', 'customerInvalid'],
  ['get', 400, 'conditionNotMet', 'Multiple teams exist on this domain', 'severalTeams'],
  ['get', 412, 'conditionNotMet', 'Multiple teams exist on this domain', 'severalTeams'],
  ['get', 403, 'forbidden', 'Forbidden', 'notYourCustomer'],
  ['patch', 403, 'forbidden', 'Forbidden', 'notYourCustomer'],
  ['insert', 403, 'accessNotConfigured', 'Access Not Configured.', 'apiDisabled'],
  ['insert', 403, 'dailyLimitExceeded', 'Daily Limit Exceeded', 'dayOver'],
  ['get', 404, 'notFound', 'Not Found', 'customerUnknown'],
  ['insert', 409, 'duplicate', 'Entity already exists.', 'customerExists'],
  ['insert', 412, 'conditionNotMet', 'Condition not met', 'marketClosed'],
  ['get', 429, 'quotaExceeded', 'Quota exceeded', 'orderingTooFast'],
  ['insert', 503, 'backendError', 'Backend Error', 'resellerBusy'],
];

test.each(refusals)('customers.%s %d %s “%s” has its own sentence', (...[method, status, reason, message, code]) => {
  const op = `reseller.customers.${method}`;
  const told = explain(new Refusal(status, reason, { message, op }), { op, domain: 'acme.example' });
  expect(told.code).toBe(code);
  expect(`${told.says} ${told.remedy}`).not.toMatch(/[{}]|the product/);
});

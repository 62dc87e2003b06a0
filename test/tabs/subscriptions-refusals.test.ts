import { Refusal } from '../../src/engine/request';
import { explain } from '../../src/google/refusals';

/**
 * What the Reseller API refuses of subscriptions (its pages "Troubleshoot Reseller API issues", "Create a
 * subscription", "Limits"), and what a row then says.
 */
test.each<[string, number, string, string, string]>([
  ['suspend', 400, 'badRequest', 'Bad Request', 'the subscription is suspended or cancelled'],
  [
    'changeSeats',
    400,
    'invalid',
    'Invalid Value',
    'Google does not accept the number of seats or the plan of Business Starter',
  ],
  ['changePlan', 400, 'invalid', 'Invalid Value', 'In Seats write the total'],
  [
    'insert',
    400,
    '',
    'Customer is not eligible to purchase this subscription',
    'A team account may not buy Business Starter',
  ],
  [
    'insert',
    412,
    '',
    'Customer is not eligible to purchase this subscription',
    'only Essentials and Enterprise Essentials editions',
  ],
  [
    'insert',
    400,
    'invalid',
    'All subscriptions of the customer must be transferred in one batch request.',
    'only all together',
  ],
  ['list', 403, 'forbidden', 'Forbidden', 'the transfer token is wrong or has run out'],
  ['insert', 403, 'forbidden', 'Forbidden', 'acme.example is not your customer'],
  ['insert', 403, 'accessNotConfigured', 'Access Not Configured.', 'Google Workspace Reseller API is not switched on'],
  ['insert', 403, 'dailyLimitExceeded', 'Daily Limit Exceeded', 'Run again tomorrow'],
  ['changeSeats', 404, 'notFound', 'Not Found', 'acme.example has no such subscription of Business Starter'],
  ['insert', 409, '', 'Conflict', 'acme.example has Business Starter already'],
  ['insert', 400, '', 'Subscription already exists', 'acme.example has Business Starter already'],
  ['changeRenewalSettings', 412, 'conditionNotMet', 'Condition not met', 'Renewal can be set only on an annual plan'],
  ['delete', 412, 'conditionNotMet', 'Condition not met', 'Add a temporary administrator of this customer'],
  [
    'insert',
    412,
    'conditionNotMet',
    'Condition not met',
    'has to accept them under Partner Sales Console › Settings › Terms of Service',
  ],
  ['changePlan', 412, 'conditionNotMet', 'Condition not met', 'not in a state that allows this change'],
  ['insert', 429, 'quotaExceeded', 'Quota exceeded', 'Wait ten minutes'],
  ['insert', 503, 'backendError', 'Backend Error', 'an order that did arrive is found then and not placed twice'],
  ['insert', 500, 'backendError', 'Backend Error', 'an order that is there is not placed twice'],
])('%s refused with %d %s “%s”', (...[call, status, reason, message, says]) => {
  const op = `reseller.subscriptions.${call}`;
  const told = explain(new Refusal(status, reason, { message, op }), {
    op,
    domain: 'acme.example',
    product: 'Business Starter',
  });
  expect(`${told.says} ${told.remedy}`).toContain(says);
});

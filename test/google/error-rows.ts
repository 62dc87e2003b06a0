/**
 * What Google refuses with, as its pages and public tools document it: the error pages of the Reseller API (for all
 * three APIs), the guides of the Directory and License Manager APIs, and GAM's source where no page says more. One line
 * per meaning.
 */

/** A documented refusal. `retry` is what becomes of the request; `meaning` the code that explains it. */
export interface ErrorRow {
  readonly op: string;
  readonly status: number;
  readonly reason: string;
  readonly text: string;
  readonly retry: 'soon' | 'later' | 'never';
  readonly meaning: string;
}

function row(
  op: string,
  [status, reason, text]: readonly [number, string, string],
  outcome: readonly [ErrorRow['retry'], string],
): ErrorRow {
  return { op, status, reason, text, retry: outcome[0], meaning: outcome[1] };
}

const get = 'directory.users.get';
const create = 'directory.users.insert';
const update = 'directory.users.update';
const join = 'directory.members.insert';

/** Directory API. */
const directory: readonly ErrorRow[] = [
  row(get, [400, 'badRequest', 'Bad Request'], ['never', 'badRequest']),
  row(create, [400, 'invalid', 'Invalid Input: primary_user_email'], ['never', 'badAddress']),
  row(create, [400, 'invalid', 'Invalid Given/Family Name: FamilyName'], ['never', 'badName']),
  row(create, [400, 'invalid', 'Invalid Password'], ['never', 'badPassword']),
  row(create, [400, 'invalid', 'Invalid Input: custom_schema'], ['never', 'badCustomField']),
  row(create, [400, 'invalid', 'Invalid Input: INVALID_OU_ID'], ['never', 'badOrgUnit']),
  row(update, [400, 'invalid', 'Invalid Input: recoveryPhone'], ['never', 'badRecovery']),
  row(update, [400, 'invalid', 'Invalid Input: languages'], ['never', 'invalid']),
  row('directory.orgunits.insert', [400, 'invalid', 'Invalid Parent Orgunit Id'], ['never', 'badParentOrgUnit']),
  row('directory.orgunits.list', [400, 'invalid', 'Invalid Customer Id'], ['never', 'badCustomer']),
  row('directory.orgunits.insert', [400, 'invalid', 'Invalid Ou Id'], ['never', 'orgUnitThere']),
  row('directory.orgunits.insert', [500, 'backendError', 'Backend Error'], ['soon', 'orgUnitThere']),
  row(
    'directory.customers.patch',
    [400, 'invalid', 'New domain name is not a verified secondary domain'],
    ['never', 'domainNotVerified'],
  ),
  row('directory.roles.insert', [400, 'invalid', 'Invalid privilege'], ['never', 'badPrivileges']),
  row(create, [400, 'required', 'Required'], ['never', 'missing']),
  row(get, [401, 'required', 'Login Required'], ['never', 'signedOut']),
  row(get, [403, 'forbidden', 'Not Authorized to access this resource/api'], ['never', 'forbidden']),
  row(create, [403, 'forbidden', 'Not Authorized to access this resource/api'], ['never', 'domainNotInAccount']),
  row(
    'directory.users.makeAdmin',
    [403, 'forbidden', 'Not Authorized to access this resource/api'],
    ['never', 'notSuperAdmin'],
  ),
  row(
    'directory.roleAssignments.insert',
    [403, 'forbidden', 'Not Authorized to access this resource/api'],
    ['never', 'rolesForbidden'],
  ),
  row(
    get,
    [403, 'insufficientPermissions', 'Request had insufficient authentication scopes.'],
    ['never', 'permissionsMissing'],
  ),
  row(get, [403, 'domainCannotUseApis', 'Domain cannot use apis.'], ['never', 'apiAccessOff']),
  row(get, [403, 'admin_policy_enforced', 'Access blocked'], ['never', 'appBlocked']),
  row(get, [401, '', 'access_denied: This app is blocked.'], ['never', 'appBlocked']),
  row(get, [403, '', 'Domain cannot use apis.'], ['never', 'apiAccessOff']),
  row(get, [403, 'accessNotConfigured', 'Access Not Configured.'], ['never', 'apiDisabled']),
  row(get, [403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'], ['soon', 'tooFast']),
  row(get, [403, '', 'Request rate higher than configured.'], ['soon', 'tooFast']),
  row(get, [403, 'quotaExceeded', "Quota exceeded for quota metric 'Queries'"], ['soon', 'tooFast']),
  row(get, [404, 'notFound', 'Resource Not Found: userKey'], ['never', 'noUser']),
  row(create, [404, 'notFound', 'Resource Not Found: domain'], ['never', 'noDomain']),
  row('directory.domains.list', [404, 'notFound', 'Domain not found.'], ['never', 'noDomain']),
  row('directory.orgunits.get', [404, 'notFound', 'Org unit not found'], ['never', 'noOrgUnit']),
  row('directory.roles.list', [404, 'notFound', "Customer doesn't exist"], ['never', 'noCustomer']),
  row(
    'directory.roleAssignments.delete',
    [404, 'notFound', 'Resource Not Found: roleAssignmentId'],
    ['never', 'noRole'],
  ),
  row(create, [409, 'duplicate', 'Entity already exists.'], ['never', 'addressTaken']),
  row('directory.users.aliases.insert', [409, 'duplicate', 'Entity already exists.'], ['never', 'aliasTaken']),
  row(update, [409, 'duplicate', 'Entity already exists.'], ['never', 'renameTaken']),
  row('directory.users.undelete', [409, 'duplicate', 'Entity already exists.'], ['never', 'restoreTaken']),
  row('directory.roles.insert', [409, 'duplicate', 'Entity already exists.'], ['never', 'roleNameTaken']),
  row('directory.users.makeAdmin', [409, 'duplicate', 'Entity already exists.'], ['never', 'otherTaken']),
  row('directory.roles.insert', [412, 'limitExceeded', 'Limit exceeded'], ['never', 'otherLimit']),
  row('directory.users.signOut', [500, '', 'Operation not supported'], ['never', 'notSupported']),
  row(update, [412, 'conditionNotMet', 'User creation is not complete.'], ['later', 'notComplete']),
  row(
    'directory.orgunits.delete',
    [412, 'conditionNotMet', 'Organizational unit is not empty'],
    ['never', 'orgUnitNotEmpty'],
  ),
  row('directory.users.delete', [412, 'conditionNotMet', 'User is on hold'], ['never', 'onHold']),
  row(
    'directory.users.undelete',
    [412, 'conditionNotMet', 'The user cannot be undeleted: undelete'],
    ['never', 'notRestorable'],
  ),
  row('directory.users.aliases.insert', [412, 'conditionNotMet', 'Precondition not met'], ['never', 'aliasNotReady']),
  row('directory.users.aliases.insert', [412, 'limitExceeded', 'Limit exceeded'], ['never', 'aliasLimit']),
  row('directory.groups.insert', [409, 'duplicate', 'Entity already exists.'], ['never', 'groupTaken']),
  row('directory.groups.insert', [412, 'limitExceeded', 'Limit exceeded'], ['never', 'groupLimit']),
  row('directory.groups.delete', [403, 'forbidden', 'Not Authorized'], ['never', 'groupForbidden']),
  row('directory.groups.patch', [400, 'invalid', 'Invalid Input: name'], ['never', 'groupInvalid']),
  row(join, [412, 'conditionNotMet', 'Cyclic memberships not allowed'], ['never', 'memberCircle']),
  row(join, [412, 'limitExceeded', 'Limit exceeded'], ['never', 'memberLimit']),
  row(join, [412, 'conditionNotMet', 'Precondition not met'], ['never', 'memberByQuery']),
  row(join, [403, 'forbidden', 'Not Authorized to access this resource/api'], ['never', 'memberForbidden']),
  row(join, [400, 'invalid', 'Invalid Input: memberKey'], ['never', 'memberInvalid']),
  row(join, [404, 'notFound', 'Resource Not Found: memberKey'], ['never', 'memberUnknown']),
  row(update, [412, 'conditionNotMet', 'Precondition is not met.'], ['never', 'condition']),
  row(create, [412, 'limitExceeded', 'Domain user limit reached. Please contact support'], ['never', 'seatLimit']),
  row('directory.users.undelete', [412, 'limitExceeded', 'Limit exceeded'], ['never', 'seatLimit']),
  row(update, [412, '', 'Insufficient archived user licenses'], ['never', 'archiveLimit']),
  row(update, [403, 'adminCannotUnsuspend', 'Admin cannot unsuspend'], ['never', 'suspendedByGoogle']),
  row(
    'directory.roleAssignments.insert',
    [400, 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT', 'Limit'],
    ['never', 'assignmentLimit'],
  ),
  row('directory.roles.delete', [400, 'failedPrecondition', 'Precondition check failed.'], ['never', 'roleInUse']),
  row(get, [429, 'rateLimitExceeded', 'Rate Limit Exceeded'], ['soon', 'accountBusy']),
  row(
    'directory.roleAssignments.insert',
    [500, '', 'Role assignment exists: RoleAssignment 17'],
    ['never', 'roleGiven'],
  ),
  row('directory.roleAssignments.insert', [409, 'duplicate', 'Entity already exists.'], ['never', 'roleGiven']),
  row('directory.roleAssignments.delete', [500, '', 'Operation not supported'], ['never', 'assignmentKept']),
  row(get, [500, 'backendError', 'Backend Error'], ['soon', 'fault']),
  row(update, [500, 'internalError', 'Internal error encountered'], ['soon', 'fault']),
  row(get, [502, '', '<html><title>Error 502</title></html>'], ['soon', 'fault']),
  row(get, [503, 'backendError', 'Service unavailable. Please try again'], ['soon', 'unavailable']),
  row(create, [503, 'backendError', 'Service unavailable. Please try again'], ['soon', 'creatingTooFast']),
];

const assign = 'licensing.licenseAssignments.insert';
const switchSku = 'licensing.licenseAssignments.update';
const remove = 'licensing.licenseAssignments.delete';

/** License Manager API. */
const licensing: readonly ErrorRow[] = [
  row(assign, [400, 'invalid', 'Invalid value for: userId'], ['never', 'licenceInvalid']),
  row(assign, [401, 'authError', 'Invalid Credentials'], ['never', 'signedOut']),
  row(assign, [403, 'forbidden', 'Not Authorized to access this resource/api'], ['never', 'licenceForbidden']),
  row(assign, [403, 'domainCannotUseApis', 'Domain cannot use apis.'], ['never', 'apiAccessOff']),
  row(assign, [403, 'accessNotConfigured', 'Access Not Configured.'], ['never', 'apiDisabled']),
  row(remove, [404, 'notFound', 'User does not have the license'], ['never', 'licenceAbsent']),
  row(assign, [404, 'notFound', 'Not Found'], ['never', 'licenceNobody']),
  row(assign, [409, 'duplicate', 'Entity already exists.'], ['never', 'licenceHeld']),
  row(
    assign,
    [412, 'conditionNotMet', 'User already has a license for the specified product and SKU'],
    ['never', 'licenceHeld'],
  ),
  row(
    assign,
    [
      412,
      'conditionNotMet',
      'User already has a license of the product, but with a different SKU. Use the update method',
    ],
    ['never', 'licenceOtherSku'],
  ),
  row(
    assign,
    [412, 'conditionNotMet', "There aren't enough available licenses for the specified product-SKU pair"],
    ['never', 'noLicencesLeft'],
  ),
  row(switchSku, [412, 'conditionNotMet', 'Auto License switching is not allowed.'], ['never', 'autoLicenceSwitch']),
  row(remove, [412, 'conditionNotMet', 'Auto License un-assignment is not allowed.'], ['never', 'autoLicenceRemoval']),
  row(
    switchSku,
    [412, 'conditionNotMet', 'For reassign operations, the new SKU should be different from the old SKU: x'],
    ['never', 'licenceSame'],
  ),
  row(
    switchSku,
    [412, 'conditionNotMet', "Reassign operation can't be performed on different products: x"],
    ['never', 'licenceAcrossProducts'],
  ),
  row(
    switchSku,
    [412, 'conditionNotMet', "Reassign operation can't be performed on different users: x"],
    ['never', 'licenceAcrossPeople'],
  ),
  row(assign, [412, 'conditionNotMet', 'Something else'], ['never', 'licenceCondition']),
  row(assign, [412, 'conditionNotMet', 'User creation is not complete.'], ['later', 'notComplete']),
  row(assign, [500, 'backendError', 'Backend Error'], ['soon', 'licenceFault']),
  row(assign, [503, 'serviceNotAvailable', 'Quota exceeded for the current request'], ['soon', 'licenceFault']),
];

const order = 'reseller.subscriptions.insert';
const seats = 'reseller.subscriptions.changeSeats';
const customer = 'reseller.customers.get';

/** Reseller API. */
const reseller: readonly ErrorRow[] = [
  row(
    'reseller.subscriptions.suspend',
    [400, 'badRequest', 'Subscription is suspended'],
    ['never', 'subscriptionStopped'],
  ),
  row('reseller.customers.insert', [400, 'invalid', 'Invalid postalCode'], ['never', 'customerInvalid']),
  row(seats, [400, 'invalid', 'Invalid seats'], ['never', 'seatsInvalid']),
  row(order, [412, '', 'Customer is not eligible to purchase this subscription'], ['never', 'notEligible']),
  row(order, [400, '', 'Customer is not eligible to purchase this subscription'], ['never', 'notEligible']),
  row(
    order,
    [400, 'invalid', 'All subscriptions of the customer must be transferred in one batch request.'],
    ['never', 'transferTogether'],
  ),
  row(customer, [400, '', 'Multiple teams exist on this domain'], ['never', 'severalTeams']),
  row('reseller.subscriptions.list', [403, 'forbidden', 'Forbidden'], ['never', 'notYourCustomer']),
  row(order, [403, 'accessNotConfigured', 'Access Not Configured.'], ['never', 'apiDisabled']),
  row(order, [403, 'dailyLimitExceeded', 'Daily Limit Exceeded'], ['never', 'dayOver']),
  row(customer, [404, 'notFound', 'Not Found'], ['never', 'customerUnknown']),
  row(seats, [404, 'notFound', 'Not Found'], ['never', 'subscriptionUnknown']),
  row('reseller.customers.insert', [409, '', 'Conflict'], ['never', 'customerExists']),
  row('reseller.customers.insert', [412, 'conditionNotMet', 'Condition not met'], ['never', 'marketClosed']),
  row('reseller.customers.insert', [400, 'badRequest', 'Bad Request'], ['never', 'customerInvalid']),
  row(order, [409, '', 'Subscription already exists'], ['never', 'orderedAlready']),
  row(
    'reseller.subscriptions.changeRenewalSettings',
    [412, 'conditionNotMet', 'Condition not met'],
    ['never', 'annualOnly'],
  ),
  row('reseller.subscriptions.delete', [412, 'conditionNotMet', 'Condition not met'], ['never', 'noAdministrator']),
  row(order, [412, 'conditionNotMet', 'Condition not met'], ['never', 'termsMissing']),
  row('reseller.subscriptions.activate', [412, 'conditionNotMet', 'Condition not met'], ['never', 'suspendedTooLong']),
  row(seats, [412, 'conditionNotMet', 'Condition not met'], ['never', 'orderCondition']),
  row(customer, [429, 'quotaExceeded', 'Quota exceeded'], ['soon', 'orderingTooFast']),
  row(order, [503, 'backendError', 'Backend Error'], ['soon', 'resellerBusy']),
  row(seats, [500, 'backendError', 'Backend Error'], ['soon', 'resellerFault']),
];

/** What Apps Script says, and silence. */
const platform: readonly ErrorRow[] = [
  row(
    get,
    [0, '', 'Service invoked too many times in a short time: admin. Try Utilities.sleep(1000) between calls.'],
    ['soon', 'scriptTooFast'],
  ),
  row(get, [0, '', 'Service invoked too many times for one day: urlfetch.'], ['never', 'scriptDayOver']),
  row(get, [0, '', "We're sorry, a server error occurred. Please wait a bit and try again."], ['soon', 'scriptFault']),
  row(get, [0, '', 'Empty response'], ['soon', 'emptyAnswer']),
  row(get, [0, 'badAnswer', 'The answer is not what was asked for.'], ['soon', 'badAnswer']),
  row('directory.orgunits.list', [404, 'notFound', 'Not Found'], ['never', 'noList']),
  row(get, [0, 'noAnswer', 'No answer came.'], ['soon', 'noAnswer']),
  row('mail.send', [403, 'mailQuota', 'The mails of today are used up.'], ['never', 'mailQuota']),
  row('mail.send', [400, 'mailRefused', 'Invalid email: nobody'], ['never', 'mailRefused']),
  row(get, [418, 'teapot', 'A reason of tomorrow'], ['never', 'other']),
];

/** Every documented refusal. */
export const errorRows: readonly ErrorRow[] = [...directory, ...licensing, ...reseller, ...platform];

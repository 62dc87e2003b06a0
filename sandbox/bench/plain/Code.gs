/**
 * The plain way: row by row, one call of an advanced service after another, the status written cell by cell, as the samples in
 * Google's own guides do it ("Admin SDK Directory Service", "License Manager", and the tutorial that sends mails from a sheet
 * and flushes after each). It ends when its six minutes are over and goes on at the first row without a status.
 */

var SKUS = {
  'Business Starter': { product: 'Google-Apps', sku: '1010020027' },
  'Cloud Identity Free': { product: '101001', sku: '1010010001' },
};
var HELP_DESK = '_HELP_DESK_ADMIN_ROLE';
var DONE = 'DONE';

function provision() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Users');
  var rows = sheet.getDataRange().getDisplayValues();
  var column = {};
  rows[0].forEach(function (header, at) {
    column[header] = at;
  });
  var status = column.Status === undefined ? rows[0].length : column.Status;
  if (column.Status === undefined) sheet.getRange(1, status + 1).setValue('Status');
  for (var at = 1; at < rows.length; at++) {
    if (rows[at][status] === DONE) continue;
    provisionRow(function (header) {
      return column[header] === undefined ? '' : rows[at][column[header]];
    });
    sheet.getRange(at + 1, status + 1).setValue(DONE);
    // Make sure the cell is updated right away in case the script is interrupted.
    SpreadsheetApp.flush();
  }
}

function provisionRow(cell) {
  var email = cell('Email');
  var user = insertUser(email, cell);
  var sku = SKUS[cell('Licences')];
  if (sku)
    withBackoff(function () {
      return AdminLicenseManager.LicenseAssignments.insert({ userId: email }, sku.product, sku.sku);
    });
  if (cell('Aliases'))
    withBackoff(function () {
      return AdminDirectory.Users.Aliases.insert({ alias: cell('Aliases') }, email);
    });
  if (cell('Roles'))
    withBackoff(function () {
      return assignRole(user.id);
    });
}

function insertUser(email, cell) {
  return (
    withBackoff(function () {
      return AdminDirectory.Users.insert({
        primaryEmail: email,
        name: { givenName: cell('First name'), familyName: cell('Last name') },
        orgUnitPath: cell('Org unit'),
        password: 'First-' + Math.random().toString(36).slice(2),
        changePasswordAtNextLogin: true,
      });
    }) || AdminDirectory.Users.get(email)
  );
}

var helpDeskRole;

function assignRole(userId) {
  helpDeskRole =
    helpDeskRole ||
    AdminDirectory.Roles.list('my_customer').items.filter(function (role) {
      return role.roleName === HELP_DESK;
    })[0].roleId;
  return AdminDirectory.RoleAssignments.insert(
    { roleId: helpDeskRole, assignedTo: userId, scopeType: 'CUSTOMER' },
    'my_customer',
  );
}

/** Exponential backoff as the limits pages show it. What is there already is as good as made. */
function withBackoff(call) {
  for (var attempt = 0; ; attempt++) {
    try {
      return call();
    } catch (error) {
      var text = String(error.message);
      if (/already|exists/i.test(text)) return null;
      if (attempt === 6) throw error;
      Utilities.sleep(Math.pow(2, attempt) * 1000 + Math.round(Math.random() * 1000));
    }
  }
}

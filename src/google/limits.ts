/** What Google allows: its numbers as data, and the checks of what people type against them. */

export { limits } from './numbers';
export {
  adviseOnPersonName,
  checkAddressField,
  checkAlias,
  checkAlternateEmail,
  checkCustomerDomain,
  checkDealCode,
  checkDomain,
  checkEmail,
  checkGroupText,
  checkMailAddress,
  checkOrgUnitPath,
  checkPersonName,
  checkPhone,
  checkPurchaseOrder,
  checkRoleName,
  plainPhone,
  type Complaint,
} from './checks';
export { checkPassword, checkPasswordHash, type PasswordHash } from './passwords';

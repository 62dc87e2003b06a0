import { isMailProvider } from './mail-providers';
import { checkWhole } from './damaged';
import { readableDomain } from '../engine/domain-names';
import { scriptOf, strangerIn } from '../engine/scripts';
import { shortened } from '../engine/shorten';
import { limits } from './numbers';

/**
 * Google's rules for what people type, each as a check that gives a complaint (what is wrong and what to do) or
 * undefined. No complaint repeats a password or a hash.
 */

/** What a check gives: a sentence for the cell, or undefined where nothing is wrong. */
export type Complaint = string | undefined;

const reserved: readonly string[] = ['abuse', 'postmaster'];

/**
 * An address that Google is to create or that an account has: a person's or an alias. Letters, digits, `-`, `_`, `.`
 * and `'` before the @ ("Name guidelines for users and groups"); capitals are taken, Google writes them small.
 */
export function checkEmail(text: string): Complaint {
  const [local = '', domain = '', ...more] = text.split('@');
  const packed = amid(text);
  if (packed !== undefined) return packed;
  if (isName(text)) return notAnAddress(text);
  if (/\s/.test(text)) return `The address "${shown(text)}" has a blank in it. Take the blank out.`;
  if (!local || !domain || more.length) return `"${shown(text)}" is not an e-mail address. Write it as name@domain.`;
  return checkLocalPart(local) ?? checkDomain(domain);
}

/** An alias: as any address of the account, and another than the person's own (`primary`, where it is known). */
export function checkAlias(text: string, primary?: string): Complaint {
  if (primary !== undefined && text.toLowerCase() === primary.toLowerCase()) {
    return `The alias "${shown(text)}" is the person's own address. Take it out, or write another address.`;
  }
  return checkEmail(text);
}

/**
 * An address somewhere else, that mail is sent to: a recovery address, a customer's alternate address. `+` and others
 * are fine there.
 */
export function checkMailAddress(text: string): Complaint {
  const at = text.lastIndexOf('@');
  const plain = /^[^\s@"(),:;<>[\]\\]+$/.test(text.slice(0, Math.max(0, at)));
  const packed = amid(text);
  if (packed !== undefined) return packed;
  if (at < 1 || !plain) return notAnAddress(text);
  return checkDomain(text.slice(at + 1));
}

/** A people chip shows a name, and its address stands nowhere in what a script reads (Sheets API, chips). */
function isName(text: string): boolean {
  return /^[^@\s]+(?:\s[^@\s]+)+$/.test(text);
}

function notAnAddress(text: string): string {
  const says = `"${shown(text)}" is not an e-mail address.`;
  return isName(text)
    ? `${says} If this is a people chip, Seatsheet sees the name alone: write the address over it as text.`
    : `${says} Write one address, as name@domain.`;
}

/** A domain name by itself: `acme.example`. */
export function checkDomain(text: string): Complaint {
  const labels = text.split('.');
  const { most, label } = limits.domain;
  const plain = labels.every((part) => new RegExp(`^[a-z0-9]([a-z0-9-]{0,${label - 2}}[a-z0-9])?$`, 'i').test(part));
  const top = labels[labels.length - 1] ?? '';
  if (plain && labels.length > 1 && text.length <= most && !/^\d+$/.test(top)) return lookalikeIn(text);
  return `"${shown(text)}" is not a domain name. Write it as acme.com, with letters a–z, digits and hyphens.`;
}

/**
 * A customer's domain: a domain name without `www.` in front (Reseller API, customers), and none on which anybody gets
 * an address.
 */
export function checkCustomerDomain(text: string): Complaint {
  if (/^https?:|\//i.test(text)) return `"${shown(text)}" is a web address. Write the domain alone, as acme.com.`;
  if (/^[^.].*\.$/.test(text)) return `"${shown(text)}" ends with a dot. Write it without it, as acme.com.`;
  if (/^www\./i.test(text)) return `"${shown(text)}" begins with www. Write the domain without it, as acme.com.`;
  if (isMailProvider(text))
    return `Anybody gets an address on ${text}, so it is no customer's domain. Write the one that the customer owns, as acme.com.`;
  return checkDomain(text);
}

/** A customer's alternate address, which must not be on the customer's own domain (Reseller API, customers). */
export function checkAlternateEmail(text: string, customerDomain: string): Complaint {
  const domain = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
  if (domain === customerDomain.toLowerCase()) {
    return `The alternate address "${shown(text)}" is on the customer's own domain. Write one on another domain: Google uses it before that domain works.`;
  }
  return checkMailAddress(text);
}

/**
 * A first or last name. Google takes any script, apostrophes and hyphens included; only `<`, `>` and control characters
 * are refused ("Name guidelines for users and groups", display names).
 */
export function checkPersonName(text: string): Complaint {
  const { most } = limits.personName;
  if (!text.trim()) return 'The name is empty. Write a first and a last name: Google needs both for a new person.';
  if (/[<>]/.test(text)) return `The name "${shown(text)}" has a < or > in it, which Google refuses. Take it out.`;
  if (hasControls(text))
    return `The name "${shown(text)}" has a line break or an invisible character in it. Type it again.`;
  const length = [...text].length;
  return length > most
    ? `The name "${shown(text)}" has ${length} characters; Google takes ${most}. Shorten it.`
    : checkWhole(`The name "${shown(text)}"`, text);
}

/**
 * A name that Google takes but that some of its services may cut: above 40 characters. Advice, not a reason to stop.
 */
export function adviseOnPersonName(text: string): Complaint {
  const length = [...text].length;
  const { careful, most } = limits.personName;
  if (length <= careful || length > most) return undefined;
  return `The name "${shown(text)}" has ${length} characters. Google's pages differ on whether ${careful} or ${most} are allowed; it may be refused.`;
}

/** A group's name or description. Google takes no < and > in names ("Name guidelines for users and groups"). */
export function checkGroupText(field: 'name' | 'description', text: string): Complaint {
  if (field === 'name' && (/[<>]/.test(text) || hasControls(text)))
    return `The name "${shown(text)}" has a <, a >, a line break or an invisible character in it. Take it out.`;
  return tooLong(`The group's ${field}`, text, limits.group[field]);
}

/** A role's name: not empty, one line. Google publishes no other rule. */
export function checkRoleName(text: string): Complaint {
  if (!text.trim()) return 'The role has no name. Write one, as Customer Care.';
  if (text.startsWith('_'))
    return `The role name "${shown(text)}" begins with _, as Google's own roles do. Choose another name.`;
  return hasControls(text)
    ? `The role name "${shown(text)}" has a line break or an invisible character in it. Type it again.`
    : undefined;
}

/** A field of a customer's postal address: at most 255 characters. `field` is the column's name. */
export function checkAddressField(field: string, text: string): Complaint {
  return tooLong(field, text, limits.addressField.most) ?? checkWhole(`${field} "${shown(text)}"`, text);
}

/** A purchase order number: plain text, at most 80 characters. */
export function checkPurchaseOrder(text: string): Complaint {
  return tooLong('PO number', text, limits.purchaseOrder.most);
}

/** A deal code: at most 100 characters. */
export function checkDealCode(text: string): Complaint {
  return tooLong('Deal code', text, limits.dealCode.most);
}

/**
 * Numbers with the 0 that people dial within their country, where no number has one behind the country code (ITU-T
 * E.164, national numbering plans). Not so in Italy, Côte d’Ivoire, Benin, Congo and others.
 */
const trunkZero =
  /^(\+(?:2(?:0|1[23]|3[34]|5[1456]|7)|3(?:[1-3]|53|58|59|80|81|85|86|87|89|55)|4(?:0|1|21|3|4|6|9)|6[0-46]|8(?:1|2|4|6|80|86)|9(?:0|1|2|4|5|8|6[1-467]|7[0-2]|77)))0(\d+)$/;

/**
 * A phone number as Google takes it: E.164, `+` and 7 to 15 digits and nothing else. Pass what `plainPhone` gives. An
 * invalid customer phone is dropped by Google without a word (Reseller API, customers), so it has to be found here.
 */
export function checkPhone(text: string): Complaint {
  const { leastDigits, mostDigits } = limits.phone;
  const how = 'Write + and the country code, as +34600123456.';
  if (/^\d[\d.,]*e\+?\d+$/i.test(text))
    return `The spreadsheet has turned the phone number into "${shown(text)}". Format the cell as plain text and type the number again.`;
  if (/^00\d/.test(text)) return `The phone number "${shown(text)}" begins with 00. ${how}`;
  if (/^\d/.test(text)) return `The phone number "${shown(text)}" has no country code. ${how}`;
  if (!/^\+\d+$/.test(text)) return noPhone(text) ?? `"${shown(text)}" is not a phone number. ${how}`;
  if (text.startsWith('+0')) return `The phone number "${shown(text)}" has a 0 where the country code begins. ${how}`;
  const [, country = '', rest = ''] = trunkZero.exec(text) ?? [];
  if (country)
    return `The phone number "${shown(text)}" has a 0 behind the country code, which is dialled within the country alone. Write it without, as ${country}${rest}.`;
  const digits = text.length - 1;
  if (digits >= leastDigits && digits <= mostDigits) return undefined;
  return `The phone number "${shown(text)}" has ${digits} digits; international numbers have ${leastDigits} to ${mostDigits}. ${how}`;
}

/** A phone number that does not stand alone: with an extension, a remark or another number beside it. */
function noPhone(text: string): Complaint {
  const all = (text.match(/\+\d(?:[\s().\p{Pd}]*\d){6,14}/gu) ?? []).map(plainPhone);
  const [first = ''] = all;
  if (all.length === 0) return undefined;
  if (all.length > 1)
    return `"${shown(text)}" is not a phone number but several. Write one of them: ${all.join(' or ')}.`;
  return `"${shown(text)}" is not a phone number alone. Write ${first}, without what stands beside it.`;
}

/**
 * A phone number without the blanks, dots, slashes, brackets, hyphens and whatever looks like one (web pages write
 * hyphens that do not break, Japanese keyboards ー) that people group it with: `+34 600-123 456` → `+34600123456`. What
 * is no number without them stays as it was typed.
 */
export function plainPhone(text: string): string {
  const plain = text
    .trim()
    .replace(/\(0\)/g, '')
    .replace(/[\s()\p{Pd}\u2212\u30FC·./]/gu, '');
  return /^\+?\d+$/.test(plain) && (text.match(/\+/g) ?? []).length < 2 ? plain : text.trim();
}

/** The absolute path of an org unit: `/Sales/North`, `/` for the root. */
export function checkOrgUnitPath(text: string): Complaint {
  if (text === '/') return undefined;
  if (!text.startsWith('/'))
    return `The org unit "${shown(text)}" has no / in front. Write the whole path, as /Sales/North.`;
  const names = text.slice(1).split('/');
  if (names.some((name) => !name))
    return `The org unit "${shown(text)}" has an empty level. Write one / between two names and none at the end.`;
  if (names.some((name) => name !== name.trim()))
    return `The org unit "${shown(text)}" has a blank beside a /. Take it out.`;
  if (hasControls(text))
    return `The org unit "${shown(text)}" has a line break or an invisible character in it. Type it again.`;
  const { levels } = limits.orgUnits;
  return names.length > levels
    ? `The org unit "${shown(text)}" is ${names.length} levels deep; Google takes ${levels}. Use fewer levels.`
    : checkWhole(`The org unit "${shown(text)}"`, text);
}

/** An address that does not stand alone in its cell: with a name, `mailto:`, brackets or another one beside it. */
function amid(text: string): Complaint {
  if (/^[^\s@]+@[^\s@]+[^\s@.,;:<>()[\]"]$/.test(text) && !/^(?:mailto|smtp):|[<>()[\]",;|]/i.test(text))
    return undefined;
  const found = text.match(/[^\s@<>()[\],;:|"“”/]+@[^\s@<>()[\],;:|"“”/]+/g) ?? [];
  const all = [
    ...new Set(
      found
        .map((one) => one.replace(/[.']+$/, ''))
        .filter((one) => checkDomain(one.slice(one.indexOf('@') + 1)) === undefined),
    ),
  ];
  const [first = ''] = all;
  // A blank alone may be one too many, or part a name from the address.
  if (all.length === 0 || (all.length === 1 && !/[<>()[\],;:|"“”/]|[.']$/.test(text))) return undefined;
  if (all.length > 1)
    return `"${shown(text)}" is not an e-mail address but several. Write ${all.map(shown).join(' or ')}; in a list put a comma between them.`;
  return `"${shown(text)}" is not an e-mail address alone. Write ${shown(first)}, without what stands beside it.`;
}

/** Registries give no domains that mix scripts; what looks like one is a slip or a fraud (Unicode TR 39). */
function lookalikeIn(domain: string): Complaint {
  const read = readableDomain(domain);
  const stranger = strangerIn(read);
  return stranger
    ? `"${shown(read)}" has the ${stranger.script} letter ${stranger.letter} among Latin ones, where it looks like one of them. Type the domain again.`
    : undefined;
}

function checkLocalPart(local: string): Complaint {
  const { most } = limits.localPart;
  if (local.length > most)
    return `The name before the @ has ${local.length} characters; Google takes ${most}. Shorten it.`;
  if (local.includes('+'))
    return `"${shown(local)}" has a + before the @, which Google does not allow in an account's own address. Take it out.`;
  const odd = /[^A-Za-z0-9\-_.']/u.exec(local);
  const stranger = odd && scriptOf(odd[0]);
  if (stranger)
    return `"${shown(local)}" has the ${stranger.script} letter ${stranger.letter} before the @, which may look like one of a–z. Type the address again.`;
  if (odd)
    return `"${shown(local)}" has the character ${odd[0]} before the @. Use letters a–z without accents, digits, - _ . and '.`;
  if (/^\.|\.$|\.\./.test(local))
    return `"${shown(local)}" begins or ends with a full stop or has two in a row. Take the extra one out.`;
  return reserved.includes(local.toLowerCase())
    ? `"${shown(local)}" is a name that Google keeps for itself. Choose another.`
    : undefined;
}

function tooLong(field: string, text: string, most: number): Complaint {
  const length = [...text].length;
  return length > most ? `${field} has ${length} characters; Google takes ${most}. Shorten it.` : undefined;
}

function hasControls(text: string): boolean {
  return /[\p{Cc}\u2028\u2029\ufeff\u200b]/u.test(text);
}

/** A text as a complaint may repeat it: one line, not long. */
function shown(text: string): string {
  return shortened(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 60);
}

/** The texts of instructions to support staff and of what is asked of customers, in one language. */

/**
 * What instructions say. Filled in: `{name}`, `{email}` and `{domain}` of an account, `{role}`, `{missing}`, `{group}`,
 * `{primary}` (the primary domain of an account), and pages by the names of `pages`.
 */
export interface TeamWords {
  /** The first two letters of Google's code. */
  readonly language: string;
  readonly subject: string;
  /** Where accounts are missing. */
  readonly subjectSoFar: string;
  readonly hello: string;
  readonly accounts: string;
  /** Follows the address of an account. */
  readonly role: string;
  readonly noRole: string;
  readonly notReady: string;
  /** Where accounts are missing. */
  readonly soFar: string;
  readonly passwords: string;
  readonly portal: Section;
  /** Which customers an account sees. */
  readonly sees: string;
  readonly profiles: Section;
  readonly secondStep: Section;
  /** Where the address of Google's group is known. */
  readonly group: string;
  readonly console: Section;
  readonly opens: string;
  readonly opensNot: string;
  readonly permission: Section;
  readonly cloud: Section;
  readonly bye: string;
  /** To customers: asks for the reseller's access. */
  readonly customer: { readonly subject: string; readonly text: string };
}

/** A heading with what stands below it. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

/** Mails to a customer. */

/** A mail before it is sent. */
export interface Letter { readonly to: string; readonly subject: string; readonly text: string }
interface To { readonly to: string; readonly domain: string; readonly contact: string }

/** Asks for a transfer token for the reseller of this public id. */
export function tokenMail({ to, domain, contact }: To, publicId: string): Letter {
  return { to, subject: `A transfer token for ${domain}`, text: `Hello ${contact},\n\nPlease make a transfer token for ${publicId}.` };
}

/** Reminds of the terms. */
export function reminderMail({ to, domain, contact }: To): Letter {
  return { to, subject: `Accept the terms for ${domain}`, text: `Hello ${contact},\n\nPlease accept the terms.` };
}

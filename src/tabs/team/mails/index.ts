import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import type { TeamWords } from './words';

/** The languages that there are words in; the first is for everybody else. */
export const teamLanguages: readonly TeamWords[] = [english, german, spanish, french];

/** The words in a language by Google's code; English where there are none. */
export function teamWordsIn(language = ''): TeamWords {
  const code = language.slice(0, 2).toLowerCase();
  return teamLanguages.find((one) => one.language === code) ?? english;
}

/**
 * Pages that instructions lead to. Google does not publish the portal's own address; its help page “Support for Google
 * Workspace resellers” opens it.
 */
export const pages = {
  portal: 'https://support.google.com/channelservices/answer/6182474',
  twoStep: 'https://myaccount.google.com/signinoptions/two-step-verification',
  cloud: 'https://console.cloud.google.com/support',
} as const;

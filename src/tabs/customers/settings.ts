/** Settings that belong to everybody who works in the spreadsheet. */
export interface CustomerSettings {
  /** The reseller's public id, which a customer needs to make a transfer token; '' where nobody set it. */
  readonly publicId: string;
  /** Country codes that may be resold in; empty: all. Others are warned about. */
  readonly countries: readonly string[];
  /** People may be created before terms and domain are in order. */
  readonly letPeopleThrough: boolean;
}

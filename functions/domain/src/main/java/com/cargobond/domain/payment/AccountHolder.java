package com.cargobond.domain.payment;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Spelling;

/** A company and the account that it pays from or is paid to. */
public record AccountHolder(String name, Uscc uscc, AccountNo account, CnapsCode cnaps) {

  /** Bounds a name as ISO 20022 does. */
  public static final int NAME_LENGTH_MAX = 140;

  /** Reads {@code {"name", "uscc", "account", "cnaps"}}. */
  public static AccountHolder read(FieldReader in) {
    return new AccountHolder(
        in.companyName("name", NAME_LENGTH_MAX),
        in.text("uscc", Uscc::new),
        in.text("account", AccountNo::new),
        in.text("cnaps", CnapsCode::new));
  }

  /** The same company on another account. */
  public AccountHolder on(AccountNo otherAccount, CnapsCode otherCnaps) {
    return new AccountHolder(name, uscc, otherAccount, otherCnaps);
  }

  /** Whether USCC and name are the same, whatever the account and however the name is written. */
  public boolean isSameCompanyAs(AccountHolder other) {
    return uscc.equals(other.uscc) && Spelling.folded(name).equals(Spelling.folded(other.name));
  }

  /** The same for the same company on the same account, however its name is written. */
  public AccountHolder folded() {
    return new AccountHolder(Spelling.folded(name), uscc, account, cnaps);
  }

  @Override
  public String toString() {
    return uscc + " " + account;
  }
}

package com.cargobond.local.reconcile;

import java.util.regex.Pattern;

/**
 * The versions of the statement message ({@code camt.053.001}) that are read. Between them parts
 * moved: the status of an entry was a text and became a choice, charges got records, a transaction
 * its own amount and its UETR. Each part is looked for in all its places, so that one reader does.
 */
final class CamtVersions {

  static final String READ = "camt.053.001.02 to .13";

  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.(0[2-9]|1[0-3])");

  private CamtVersions() {}

  static boolean contain(String namespace) {
    return namespace != null && NAMESPACE.matcher(namespace).matches();
  }
}

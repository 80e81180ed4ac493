package com.cargobond.local.it;

/** A guarantee that the bank has issued, as a test knows it. */
record IssuedGuarantee(String id, String operator, String registrationNo) {

  String path() {
    return "/v1/guarantees/" + id;
  }
}

package com.cargobond.local.it;

/** A guarantee as a test knows it. */
record Undertaking(String id, String operator, String registrationNo) {

  String path() {
    return "/v1/guarantees/" + id;
  }
}

package com.cargobond.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a document somewhere, as senders do who did not read what is published. */
final class Mutation {

  private static final String RARE = "\uD842\uDFB7";

  private static final List<Object> ODD =
      Arrays.asList(
          null,
          true,
          1,
          0,
          -1,
          999,
          1000,
          64,
          65,
          2_147_483_648L,
          List.of(),
          Map.of(),
          new BigDecimal("1.0"),
          new BigDecimal("1e0"),
          new BigDecimal("1.5"),
          new BigDecimal("1e400"),
          new BigDecimal("999.0"),
          new BigDecimal("0.999"),
          "",
          " ",
          "\u00a0",
          "\u3000",
          "a\tb",
          "a\nb",
          "x\n",
          "\uD842",
          "\uDFB7",
          "\uFFFF",
          "a\uFFFE",
          "\u200b",
          "\u200d",
          "a\u200cb",
          "a\u202eb",
          "\u00ad",
          "\uD834\uDD73",
          "A".repeat(32),
          "A".repeat(33),
          "A".repeat(34),
          "A".repeat(35),
          "A".repeat(36),
          "A".repeat(64),
          "A".repeat(65),
          "A".repeat(128),
          "A".repeat(129),
          "A".repeat(140),
          "A".repeat(141),
          "A".repeat(256),
          "A".repeat(257),
          "A".repeat(512),
          "A".repeat(513),
          RARE,
          RARE.repeat(71),
          RARE.repeat(140),
          RARE.repeat(141),
          RARE.repeat(512),
          " a",
          "a ",
          "a b",
          "快件",
          "a@b+c=",
          "é",
          "\u0661",
          "\uff11\uff12",
          "2026-02-30",
          "2026-03-17",
          "2009-12-31",
          "2010-01-01",
          "2099-12-31",
          "2100-01-01",
          "2026-3-17",
          "2026-03-17Z",
          "2026-13-01",
          "0000-01-01",
          "2026-03-02T10:00:00Z",
          "2026-03-02t10:00:00z",
          "2026-03-02T24:00:00Z",
          "2026-03-02T10:00:60Z",
          "2026-03-02T10:00Z",
          "2026-03-02T10:00:00",
          "2026-03-02 10:00:00Z",
          "2009-12-31T23:59:59-08:00",
          "2010-01-01T00:00:00+08:00",
          "2099-12-31T23:59:59-08:00",
          "2026-03-02T10:00:00+18:00",
          "2026-03-02T10:00:00+18:01",
          "2026-03-02T10:00:00+19:00",
          "2026-03-02T10:00:00.123456789Z",
          "2026-03-02T10:00:00.1234567890Z",
          "2026-02-30T10:00:00Z",
          "2026-03-02T10:60:00Z",
          "A",
          "a",
          "C",
          "D",
          "payment_term",
          "PAYMENT_TERM",
          "LATE_CHARGE",
          "DUTY",
          "SETTLED",
          "COMPLY",
          "MESSAGE",
          "GENERAL",
          "ABANDONED",
          "*",
          "2233",
          "223",
          "22333",
          "0000",
          "CNY",
          "cny",
          "JPY",
          "XAU",
          "XYZ",
          "CNYX",
          "0.00",
          "1.00",
          "692.30",
          "692.3001",
          "692.30011",
          "1,000.00",
          "-1.00",
          "+1.00",
          "1.",
          ".5",
          "1e2",
          "999999999999999",
          "9999999999999999",
          "PVG",
          "pvg",
          "020-68548340",
          "020-68548341",
          "02068548340",
          "91310115MA1AB2C343",
          "91310115MA1AB2C344",
          "91310115MA1AB2C343/HAWB-1",
          "91310115MA1AB2C343/hawb",
          "313651027012",
          "313651027013",
          "application/json; charset=gbk",
          "Application/JSON; charset=utf-8",
          "application/vnd.x+json",
          "text/xml",
          "O-1",
          "o-1",
          "b94458f8-1f27-40e9-bf74-b07cbb339439",
          "B94458F8-1F27-40E9-BF74-B07CBB339439");

  private static final List<String> TAILS = List.of("\n", " ", "\u200b");

  private static final List<String> ODD_NAMES =
      List.of("extra", "traceparent", "x1", "X", "a-b", "ä", "a".repeat(20), "a".repeat(21), "");

  private Mutation() {}

  /** The document with some changes, none at all now and then. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> of(Map<String, Object> document, Random random) {
    Map<String, Object> changed = (Map<String, Object>) copy(document);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(somewhere(changed, random), random);
    }
    return changed;
  }

  private static Map<String, Object> somewhere(Map<String, Object> document, Random random) {
    List<Map<String, Object>> objects = new ArrayList<>();
    collect(document, objects);
    return objects.get(random.nextInt(objects.size()));
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object value, List<Map<String, Object>> objects) {
    if (value instanceof Map<?, ?> map) {
      objects.add((Map<String, Object>) map);
      map.values().forEach(item -> collect(item, objects));
    }
  }

  @SuppressWarnings("unchecked")
  private static void change(Map<String, Object> object, Random random) {
    List<String> names = object.keySet().stream().filter(name -> !name.equals("type")).toList();
    String name = names.isEmpty() ? "none" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(ODD_NAMES.get(random.nextInt(ODD_NAMES.size())), odd(random));
      case 2 -> {
        if (object.get(name) instanceof List<?> list) {
          ((List<Object>) list).add(odd(random));
        } else if (object.get(name) instanceof String text) {
          object.put(name, text + TAILS.get(random.nextInt(TAILS.size())));
        }
      }
      default -> object.put(name, odd(random));
    }
  }

  private static Object odd(Random random) {
    return copy(ODD.get(random.nextInt(ODD.size())));
  }

  /** A copy that can be changed. */
  static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copied = new LinkedHashMap<>();
        map.forEach((name, item) -> copied.put((String) name, copy(item)));
        yield copied;
      }
      case List<?> list -> {
        List<Object> copied = new ArrayList<>();
        list.forEach(item -> copied.add(copy(item)));
        yield copied;
      }
      case null, default -> value;
    };
  }
}

package com.cargobond.bench.report;

import java.util.List;

/**
 * One thing that must hold.
 *
 * @param measured what came out
 * @param wanted what it must be
 */
public record Target(String subject, String what, String measured, String wanted, boolean met) {

  /** All of them as a table. */
  public static String table(List<Target> targets) {
    MarkdownTable table = new MarkdownTable("target", "of", "measured", "wanted", "");
    for (Target target : targets) {
      table.add(
          target.subject(),
          target.what(),
          target.measured(),
          target.wanted(),
          target.met() ? "PASS" : "MISS");
    }
    return table.toString();
  }

  /** Whether all of them are met. */
  public static boolean areMet(List<Target> targets) {
    return targets.stream().allMatch(Target::met);
  }
}

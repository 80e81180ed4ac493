package com.cargobond.domain.audit;

import java.util.ArrayList;
import java.util.List;

/** Walks a trail, entry by entry, and says where it is not what was written. */
public final class TrailCheck {

  private final String subject;
  private final List<String> findings = new ArrayList<>();
  private TrailHead last = TrailHead.NONE;

  /** Begins at the beginning of a trail. */
  public TrailCheck(String subject) {
    this.subject = subject;
  }

  /**
   * Looks at the next entry.
   *
   * @param recordedHash the hash that was written with it
   */
  public void next(TrailEntry entry, String recordedHash) {
    if (entry.number() != last.number() + 1) {
      find(
          "entry %d follows entry %d: entries are missing or reordered"
              .formatted(entry.number(), last.number()));
    } else if (!entry.previousHash().equals(last.hash())) {
      find(
          "entry %d does not follow the entry %d that is there: one of them was replaced"
              .formatted(entry.number(), last.number()));
    }
    if (!entry.hash().equals(recordedHash)) {
      find("entry %d was changed".formatted(entry.number()));
    }
    last = new TrailHead(entry.number(), recordedHash);
  }

  /** What was found, when the trail should end with this head. */
  public List<String> end(TrailHead head) {
    if (last.number() < head.number()) {
      find("entries %d to %d are missing".formatted(last.number() + 1, head.number()));
    } else if (last.number() > head.number()) {
      find("entries after %d are there that were never written".formatted(head.number()));
    } else if (!last.hash().equals(head.hash())) {
      find("entry %d is not the last that was written".formatted(last.number()));
    }
    return List.copyOf(findings);
  }

  private void find(String what) {
    findings.add(subject + ": " + what);
  }
}

package com.cargobond.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Walks a trail, entry by entry, and says where it is not what was written. The trail may grow
 * meanwhile.
 */
public final class TrailCheck {

  private final String subject;
  private final TrailHead head;
  private final List<String> findings = new ArrayList<>();
  private TrailHead last = TrailHead.NONE;
  private String hashAtHead = TrailHead.NONE.hash();

  /**
   * Begins at the beginning of a trail.
   *
   * @param head as it was read before the first entry is
   */
  public TrailCheck(String subject, TrailHead head) {
    this.subject = subject;
    this.head = head;
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
    if (entry.number() == head.number()) {
      hashAtHead = recordedHash;
    }
  }

  /**
   * What was found.
   *
   * @param headSince asked only if there is more than the first head told of
   */
  public List<String> end(Supplier<TrailHead> headSince) {
    if (last.number() < head.number()) {
      find("entries %d to %d are missing".formatted(last.number() + 1, head.number()));
    } else if (!hashAtHead.equals(head.hash())) {
      find("entry %d is not the one that was written".formatted(head.number()));
    }
    if (last.number() > head.number()) {
      long written = headSince.get().number();
      if (written < last.number()) {
        find("entries after %d are there that were never written".formatted(written));
      }
    }
    return List.copyOf(findings);
  }

  private void find(String what) {
    findings.add(subject + ": " + what);
  }
}

package com.cargobond.local.sample;

/** What one capability plays against a running system, and then proves of it. */
@FunctionalInterface
public interface SampleStory {

  /** Plays it, prints what it found, and says whether everything held. */
  boolean play(SampleSystem system);
}

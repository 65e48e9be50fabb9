package grokscope.ui.session;

import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;

/** What a run has told of its matrices and frequencies, growing. FX thread only. */
public final class RunProfiles {
  private final ProfileHistory shares;
  private final ProfileHistory norms;

  private RunProfiles(ProfileHistory shares, ProfileHistory norms) {
    this.shares = shares;
    this.norms = norms;
  }

  /** Nothing yet. */
  RunProfiles() {
    this(new ProfileHistory(), new ProfileHistory());
  }

  /** The same up to a step. */
  RunProfiles until(int step) {
    return new RunProfiles(shares.until(step), norms.until(step));
  }

  /** Its embedding's shares of power by frequency. */
  public ProfileHistory shares() {
    return shares;
  }

  /** The norms of its matrices. */
  public ProfileHistory norms() {
    return norms;
  }

  private ProfileHistory of(Profile.About about) {
    return switch (about) {
      case EMBEDDING_SHARES -> shares;
      case NORMS -> norms;
    };
  }

  /** Takes in the latest telemetry of the run. */
  void append(Profile profile) {
    of(profile.about()).append(profile);
  }

  /** Takes in what was read again of an earlier step. */
  public void insert(Profile profile) {
    of(profile.about()).insert(profile);
  }

  /** Whether a step has been told of, or read again. */
  public boolean has(int step) {
    return norms.has(step);
  }
}

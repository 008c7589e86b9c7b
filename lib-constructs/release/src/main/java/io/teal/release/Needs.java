package io.teal.release;

/** What a move needs of the colour that is not active; without it the move is refused with a reason. */
record Needs(Release release, String move) {

    Needs otherSaid() {
        return that(
                !release.slot(other()).equals(Slot.UNSAID),
                "the release does not say what " + other() + " runs",
                "name " + ReleaseFlag.versionOf(other()) + ": a version, or none");
    }

    Needs otherRunning() {
        return otherSaid()
                .that(release.version(other()).isPresent(), other() + " runs nothing", "start a version on it first");
    }

    Needs otherIdle() {
        return that(release.candidatePercent() == 0, share(), "rest 0 percent on it, or promote it, first");
    }

    /** The same as {@link #otherIdle}, with a hint for a rollback: it suggests no promote. */
    Needs otherStandby() {
        return that(
                release.candidatePercent() == 0,
                share() + ", so it is a candidate, not a standby",
                "rest 0 percent on it, and " + release.active() + " has everything again");
    }

    private Needs that(boolean holds, String reason, String remedy) {
        if (!holds) {
            throw new IllegalTransitionException(release, move, reason, remedy);
        }
        return this;
    }

    private Color other() {
        return release.active().other();
    }

    private String share() {
        return release.candidatePercent() + " percent of production rests on " + other();
    }
}

package io.teal.release.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run that installs remembers in addition.
 *
 * @param begun whether it has marked hosts, or followed a deployment: from then on the hosts' tags are not trusted
 * @param marked whether it has marked the hosts as not known to run the version
 * @param deployment id of the deployment it follows
 * @param refused when CodeDeploy first refused to make one, if it has refused ever since
 * @param refusal its reason; empty text before
 */
public record Installing(
        boolean begun, boolean marked, Optional<String> deployment, Optional<Instant> refused, String refusal) {

    /** Nothing was done. */
    public static final Installing NOTHING = new Installing(false, false, Optional.empty(), Optional.empty(), "");

    public Installing {
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(refusal, "refusal");
    }

    Installing mark(boolean now) {
        return new Installing(begun || now, now, deployment, Optional.empty(), "");
    }

    Installing follow(Optional<String> id) {
        return new Installing(true, id.isPresent(), id, Optional.empty(), "");
    }

    Installing refuse(String why, Instant now) {
        return new Installing(begun, marked, deployment, refused.or(() -> Optional.of(now)), why);
    }
}

package io.teal.runtime.execution;

import io.teal.release.journal.Journal;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.port.AwsException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a run turns back or fails, from what its tick saw.
 *
 * @param seen what the tick saw; empty if it did not get so far
 * @param lasting the call that cannot succeed, if that is the reason
 */
record Reasons(
        SpareReads reads, Plan plan, Payload payload, Optional<Observation> seen, Optional<AwsException> lasting) {

    /** The reason of a run that says {@code why}. */
    Reason of(String why) {
        return plan.purpose().installs()
                ? install(why)
                : new Explanation(reads, payload, plan.toward(), unanswered()).of(why, seen, lasting);
    }

    /** Whether it has waited for a person, as long as it may. */
    private boolean unanswered() {
        return payload.journal()
                .filter(journal -> journal.outcome().isEmpty() && !journal.goingBack())
                .filter(journal -> plan.step(journal).asks())
                .map(journal -> journal.since().plus(plan.step(journal).patience()))
                .filter(until -> seen.filter(one -> !one.now().isBefore(until)).isPresent())
                .isPresent();
    }

    /** How a run ended is said first; why it turned back, if that is another reason, follows in the record. */
    Reason atTheEnd(Journal last) {
        Optional<Reason> before = payload.explained();
        List<String> then = before.map(Reason::lines).orElse(List.of());
        return switch (last.outcome().orElseThrow()) {
            case NEEDS_HUMAN ->
                plain(last.why())
                        .seeing(Stream.concat(then.stream(), of(last.why()).seen().stream())
                                .toList());
            case SUPERSEDED -> plain(last.why()).seeing(then);
            default -> before.orElseGet(() -> of(last.why()));
        };
    }

    private Reason install(String why) {
        Installable what = Installable.of(payload.event());
        Launches launches = new Launches(reads, what.fleet());
        Optional<String> hosts = launches.failure()
                .filter(missing -> seen.flatMap(Observation::installation)
                        .flatMap(InstallState::missing)
                        .isPresent());
        return lasting.map(Reason::of)
                .or(() -> hosts.map(missing -> new Reason(what + ": " + missing, Launches.TODO, List.of())))
                .orElseGet(() -> plain(what + ": " + why))
                .seeing(launches.lines());
    }

    private Reason plain(String why) {
        return Reason.of(why, payload.event().look());
    }
}

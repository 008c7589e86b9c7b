package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.NoticeTargets;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which notice a tick gives: what is different between the payload before it and the one after it. The state machine
 * sends it, so that a tick does not wait for that, and a release goes on if it cannot be sent.
 *
 * <p>Of each release there is one {@link NoticeState#STARTED}, from its Preflight, and one end.
 *
 * @param before the payload that the tick was called with
 * @param after what it decided
 * @param seen what it saw; empty if it did not look
 * @param said the engine's last words
 */
record Notices(Payload before, Payload after, Optional<Observation> seen, String said) {
    /** In the payload: the event for the state machine to send. */
    static final String TELL = "tell";

    /** In the payload: the mail for it to send. */
    static final String MAIL = "mail";

    /** In the payload: the states that were told. */
    private static final String TOLD = "told";

    /** {@code payload} without what was sent. */
    static Payload sent(Payload payload) {
        return payload.without(TELL).without(MAIL);
    }

    /** Whether the run of {@code payload} has told of {@code state}. */
    static boolean told(Payload payload, NoticeState state) {
        return told(payload).contains(state.name());
    }

    @SuppressWarnings("unchecked")
    private static List<String> told(Payload payload) {
        return (List<String>) payload.map().getOrDefault(TOLD, List.of());
    }

    /** The weights that the run of {@code payload} last saw. */
    static Optional<Weights> weights(Payload payload) {
        return payload.journal().flatMap(Journal::at).or(() -> payload.opened().flatMap(OpeningResult::home));
    }

    /** What the tick decided, with a notice if there is one. */
    Payload add(Instant now) {
        NoticeTargets targets = after.event().notices();
        return targets.isEmpty()
                ? after
                : notice(now).map(one -> with(one, targets, now)).orElse(after);
    }

    private Payload with(Notice notice, NoticeTargets targets, Instant now) {
        List<String> told = new ArrayList<>(told(after));
        told.add(mark(notice.state()));
        Map<String, Object> event = notice.event(after, now, told.size(), seen);
        Payload telling = after.with(TOLD, told);
        if (targets.bus().isPresent()) {
            telling = telling.with(TELL, Map.of("bus", targets.bus().get(), "event", event));
        }
        if (targets.topic().isPresent()) {
            Map<String, Object> mail =
                    Map.of("topic", targets.topic().get(), "subject", notice.subject(), "message", notice.text(event));
            telling = telling.with(MAIL, mail);
        }
        return telling;
    }

    /** A wait is told once for each step. */
    private String mark(NoticeState state) {
        return state != NoticeState.WAITING
                ? state.name()
                : waits(after.journal().orElseThrow());
    }

    private static String waits(Journal journal) {
        return NoticeState.WAITING + " " + (journal.goingBack() ? "back " : "") + journal.step();
    }

    private Optional<Notice> notice(Instant now) {
        Optional<OpeningResult> opened = after.opened();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        if (after.ended() && !before.ended()) {
            return end(opened.get()).or(() -> started(opened.get()));
        }
        return started(opened.get()).or(this::shifted).or(() -> waiting(opened.get(), now));
    }

    private Optional<Notice> started(OpeningResult opened) {
        boolean begins = before.opened().isEmpty()
                && opened.direction().isForward()
                && opened.refusal().isEmpty()
                && (type() == Event.ResourceType.PREFLIGHT || inPlace());
        return begins
                ? Optional.of(notice(
                        NoticeState.STARTED, "a deploy has begun: " + ReleaseChanges.of(after.event()), List.of()))
                : Optional.empty();
    }

    private Event.ResourceType type() {
        return after.event().type();
    }

    private boolean inPlace() {
        return type() == Event.ResourceType.INSTALL
                && after.event().install().inPlace().isPresent();
    }

    private Release release() {
        return properties().request().release();
    }

    private CutoverProperties properties() {
        return after.event().properties();
    }

    /** A run's first look at the weights is no change. */
    private Optional<Notice> shifted() {
        Optional<Weights> was = before.journal().flatMap(Journal::at);
        Optional<Weights> is = after.journal().flatMap(Journal::at);
        return was.isPresent() && is.isPresent() && !was.equals(is)
                ? Optional.of(notice(
                        NoticeState.SHIFTED,
                        "production is " + is.get() + " blue/green, was " + was.get(),
                        after.explained().map(Reason::lines).orElse(List.of())))
                : Optional.empty();
    }

    private Optional<Notice> waiting(OpeningResult opened, Instant now) {
        Optional<Journal> journal = after.journal().filter(one -> one.outcome().isEmpty());
        if (journal.isEmpty() || told(after).contains(waits(journal.get()))) {
            return Optional.empty();
        }
        Plan plan = opened.choices().get(after.at()).plan(after.event());
        Step step = plan.step(journal.get());
        if (step.asks()) {
            return Asking.found(before, after).map(one -> notice(NoticeState.WAITING, one.what(), one.how()));
        }
        Duration age = Duration.between(journal.get().since(), now);
        Duration half = step.patience().dividedBy(2);
        boolean late = age.compareTo(half) > 0 && age.compareTo(step.takes()) > 0;
        return late
                ? Optional.of(notice(
                        NoticeState.WAITING,
                        "has been at '" + step.name() + "' for " + age.toSeconds() + " s of "
                                + step.patience().toSeconds() + " s at most: " + said,
                        List.of()))
                : Optional.empty();
    }

    private Optional<Notice> end(OpeningResult opened) {
        if (opened.quiet()) {
            return Optional.empty();
        }
        return switch (type()) {
            case PREFLIGHT -> opened.direction().isForward() ? Optional.empty() : returned();
            case SHIFT -> opened.direction().isForward() ? shift(opened) : Optional.empty();
            case INSTALL -> inPlace() ? installed(opened) : Optional.empty();
            case GUARD -> outcome().isEmpty() ? Optional.empty() : returned();
            case FAREWELL -> Optional.empty();
        };
    }

    private Optional<Outcome> outcome() {
        return after.journal().flatMap(Journal::outcome).filter(how -> how != Outcome.SUPERSEDED);
    }

    private Optional<Notice> shift(OpeningResult opened) {
        return outcome().map(how -> switch (how) {
            case PROMOTED -> promoted(opened);
            case ROLLED_BACK -> failed(NoticeState.ROLLED_BACK, "was rolled back: ");
            default -> failed(NoticeState.NEEDS_HUMAN, "needs a person: ");
        });
    }

    private Notice promoted(OpeningResult opened) {
        Color active = release().active();
        boolean whole = release().weight(active) == 100;
        boolean moved = opened.home().map(home -> home.percent(active) < 100).orElse(true);
        return whole && moved
                ? notice(
                        NoticeState.PROMOTED,
                        release().versionOrNone(active) + " is promoted: " + active + " has all of production",
                        List.of())
                : notice(NoticeState.SETTLED, "the deploy is done: production is " + Weights.of(release()), List.of());
    }

    private Optional<Notice> returned() {
        boolean back = after.succeeded();
        String where = weights(after).map(weights -> " " + weights).orElse("");
        return Optional.of(
                back
                        ? notice(
                                NoticeState.ROLLED_BACK,
                                "was rolled back: production is" + where + " blue/green",
                                type() == Event.ResourceType.GUARD
                                        ? List.of(after.event().why(), after.why())
                                        : why())
                        : failed(NoticeState.NEEDS_HUMAN, "needs a person: "));
    }

    private Optional<Notice> installed(OpeningResult opened) {
        if (opened.direction().isForward()) {
            String version = release().versionOrNone(release().active());
            return after.succeeded()
                    ? Optional.of(notice(NoticeState.PROMOTED, version + " is installed on every host", List.of()))
                    : Optional.empty();
        }
        return after.succeeded()
                ? Optional.of(notice(NoticeState.ROLLED_BACK, "was rolled back: " + after.why(), why()))
                : Optional.of(failed(NoticeState.NEEDS_HUMAN, "needs a person: "));
    }

    private Notice failed(NoticeState state, String how) {
        List<String> why = why();
        return notice(state, how + why.get(0), why);
    }

    private List<String> why() {
        return after.explained().map(Reason::lines).orElse(List.of(after.why()));
    }

    private Notice notice(NoticeState state, String what, List<String> reason) {
        return new Notice(state, properties().service() + ": " + what, reason);
    }
}

package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sticky sessions for target groups and targets, by the cookies of an Application Load Balancer. Each response renews
 * the duration of its cookies.
 */
final class Stickiness {
    /** Holds the target group. */
    static final String GROUP = "AWSALBTG";

    /** Holds the target. */
    static final String TARGET = "AWSALB";

    /** Holds the target; valid while the application's own cookie is present. */
    static final String APPLICATION = "AWSALBAPP-0";

    private final Timers timers;

    /** To write a date takes longer than the rest of a response, and those of one second have one. */
    private volatile Expiry last = new Expiry(Long.MIN_VALUE, "");

    private record Expiry(long second, String date) {}

    Stickiness(Timers timers) {
        this.timers = timers;
    }

    /** The sticky group of a client at any weight; empty if the action no longer forwards to it. */
    Optional<String> group(ActionModel.Forward action, HttpHead request) {
        return action.sticky()
                .flatMap(duration -> StickinessCookie.of(request, GROUP, timers))
                .map(StickinessCookie::group)
                .filter(action::names);
    }

    /** The sticky host of a client in {@code group}. */
    Optional<String> host(LocalTargetGroup group, HttpHead request) {
        return group.model()
                .stickiness()
                .flatMap(sticky ->
                        StickinessCookie.of(request, cookie(sticky), timers).filter(cookie -> isValid(sticky, request)))
                .filter(cookie -> cookie.group().equals(group.model().id()))
                .map(StickinessCookie::host);
    }

    private static boolean isValid(StickinessModel sticky, HttpHead request) {
        return sticky.application().isEmpty()
                || Cookies.value(request, sticky.application()).isPresent();
    }

    /** The response of {@code target} with its stickiness cookies. */
    HttpHead cookies(ActionModel.Forward action, LocalTargetGroup group, Target target, HttpHead answer) {
        HttpHead marked = answer;
        String id = group.model().id();
        if (action.sticky().isPresent()) {
            marked = Cookies.set(marked, GROUP, encoded(id, "", action.sticky().get()), expires());
        }
        Optional<StickinessModel> sticky = group.model().stickiness();
        if (sticky.isPresent() && isSticky(sticky.get(), answer)) {
            Duration duration = sticky.get().duration();
            marked = Cookies.set(marked, cookie(sticky.get()), encoded(id, target.host(), duration), expires());
        }
        return marked;
    }

    private static boolean isSticky(StickinessModel sticky, HttpHead answer) {
        return sticky.application().isEmpty() || Cookies.isSet(answer, sticky.application());
    }

    private static String cookie(StickinessModel sticky) {
        return sticky.application().isEmpty() ? TARGET : APPLICATION;
    }

    private String expires() {
        Instant now = timers.instant();
        Expiry expiry = last;
        if (expiry.second() != now.getEpochSecond()) {
            expiry = new Expiry(now.getEpochSecond(), Cookies.expires(now));
            last = expiry;
        }
        return expiry.date();
    }

    private String encoded(String group, String host, Duration duration) {
        long expires = timers.millis() + timers.timescale().real(duration).toMillis();
        return new StickinessCookie(group, host, expires).encode();
    }
}

package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps clients with a target group and with a target, by the cookies of an Application Load Balancer. Each answer
 * makes a cookie last for its whole duration again.
 */
final class Stickiness {
    /** Holds the target group. */
    static final String GROUP = "AWSALBTG";

    /** Holds the target. */
    static final String TARGET = "AWSALB";

    /** Holds the target, as long as the application's own cookie is there, too. */
    static final String APPLICATION = "AWSALBAPP-0";

    private final Timers timers;

    Stickiness(Timers timers) {
        this.timers = timers;
    }

    /** The group that a client is to stay with, whatever its weight now; none that the action names no more. */
    Optional<String> group(ActionModel.Forward action, HttpHead request) {
        return action.sticky()
                .flatMap(duration -> StickinessCookie.of(request, GROUP, timers))
                .map(StickinessCookie::group)
                .filter(action::names);
    }

    /** The host of {@code group} that a client is to stay with. */
    Optional<String> host(LocalTargetGroup group, HttpHead request) {
        return group.model()
                .stickiness()
                .flatMap(sticky ->
                        StickinessCookie.of(request, cookie(sticky), timers).filter(cookie -> holds(sticky, request)))
                .filter(cookie -> cookie.group().equals(group.model().id()))
                .map(StickinessCookie::host);
    }

    private static boolean holds(StickinessModel sticky, HttpHead request) {
        return sticky.application().isEmpty()
                || Cookies.value(request, sticky.application()).isPresent();
    }

    /** The answer of {@code target} with the cookies that bring the client back. */
    HttpHead cookies(ActionModel.Forward action, LocalTargetGroup group, Target target, HttpHead answer) {
        HttpHead marked = answer;
        String id = group.model().id();
        if (action.sticky().isPresent()) {
            marked = Cookies.set(marked, GROUP, encoded(id, "", action.sticky().get()));
        }
        Optional<StickinessModel> sticky = group.model().stickiness();
        if (sticky.isPresent() && begins(sticky.get(), answer)) {
            Duration duration = sticky.get().duration();
            marked = Cookies.set(marked, cookie(sticky.get()), encoded(id, target.host(), duration));
        }
        return marked;
    }

    private static boolean begins(StickinessModel sticky, HttpHead answer) {
        return sticky.application().isEmpty() || Cookies.isSet(answer, sticky.application());
    }

    private static String cookie(StickinessModel sticky) {
        return sticky.application().isEmpty() ? TARGET : APPLICATION;
    }

    private String encoded(String group, String host, Duration duration) {
        long expires = timers.millis() + timers.timescale().real(duration).toMillis();
        return new StickinessCookie(group, host, expires).encode();
    }
}

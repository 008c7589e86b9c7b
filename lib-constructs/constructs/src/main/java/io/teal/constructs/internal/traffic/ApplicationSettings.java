package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;

/** The checked values of {@code ApplicationOptions}, whose builder documents each. */
public record ApplicationSettings(
        Optional<StickySettings> sticky,
        Optional<CandidateSettings> candidate,
        Optional<UnaryOperator<ListenerAction>> login,
        HostProtocolSettings hosts) {
    /** What a service has that sets none of them. */
    public static final ApplicationSettings USUAL =
            new ApplicationSettings(Optional.empty(), Optional.empty(), Optional.empty(), HostProtocolSettings.USUAL);

    /** Checks that AWS has them together. */
    public ApplicationSettings {
        InvalidValueException.require(
                login.isEmpty() || !hosts.grpc(),
                "login redirects to a page, and gRPC clients follow none",
                "set one of login and protocol(GRPC); let the service check tokens");
    }

    /** Whether any of them is set. */
    boolean given() {
        return !equals(USUAL);
    }

    /** {@code forward}, after the login if there is one. */
    ListenerAction loggedIn(ListenerAction forward) {
        return login.map(before -> before.apply(forward)).orElse(forward);
    }

    /** What needs a listener that speaks HTTPS. */
    Optional<String> needsHttps() {
        return login.map(any -> "login").or(() -> Optional.of("protocol(GRPC)").filter(any -> hosts.grpc()));
    }
}

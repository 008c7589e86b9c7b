package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What several ports of one service need of each other. */
final class PortChecks {
    private static final int MOST = 4;

    private PortChecks() {}

    /** Checks the ports beside the {@code own} one of a service. */
    static void check(TrafficSettings own) {
        Map<String, TrafficSettings> ports = own.ports();
        if (ports.isEmpty()) {
            return;
        }
        InvalidValueException.require(
                own.network().isEmpty() && own.existingListener().isEmpty(),
                "alsoPort needs an Application Load Balancer of the service's own",
                "leave out network and existingListener, or make each port a service");
        InvalidValueException.require(
                ports.size() <= MOST,
                "a service takes " + MOST + " ports beside its own, got " + ports.size(),
                "each has a target group for each colour, and Auto Scaling waits for all of them");
        ports.forEach((name, port) -> {
            name(name);
            alone(name, port);
            InvalidValueException.require(
                    port.application().sticky().equals(own.application().sticky()),
                    "port " + name + " keeps clients otherwise than the service's own port",
                    "set the same stickToVersion or stickToHost on both, or on none: one release moves them together");
        });
        taken(own, ports);
    }

    private static void name(String name) {
        InvalidValueException.require(
                name.matches("[a-z][a-zA-Z0-9]{0,15}"),
                "the name of a port must begin with a small letter and have 1 to 16 letters and digits, got '" + name
                        + "'");
    }

    /** What belongs to the load balancer is set once, with the service's own port. */
    private static void alone(String name, TrafficSettings port) {
        InvalidValueException.require(
                port.internetFacing()
                        && port.accessLogs().isEmpty()
                        && !port.deletionProtection()
                        && port.network().isEmpty()
                        && port.existingListener().isEmpty()
                        && port.ports().isEmpty(),
                "port " + name + " has a setting of the load balancer, which all ports share",
                "set internetFacing, accessLogs, deletionProtection and alsoPort beside the service's own port");
    }

    /** A load balancer has one listener for each number. */
    private static void taken(TrafficSettings own, Map<String, TrafficSettings> ports) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        listeners(taken, "", own);
        ports.forEach((name, port) -> listeners(taken, " of port " + name, port));
    }

    private static void listeners(Map<Integer, String> taken, String of, TrafficSettings port) {
        listener(taken, port.productionPort(), "productionPort" + of);
        for (Color color : Color.values()) {
            listener(taken, port.previewPort(color), color + "'s previewPorts" + of);
        }
    }

    private static void listener(Map<Integer, String> taken, int number, String what) {
        String other = taken.putIfAbsent(number, what);
        InvalidValueException.require(
                other == null,
                "port " + number + " of the load balancer is taken twice: by " + other + " and by " + what,
                "give each a number of its own");
    }
}

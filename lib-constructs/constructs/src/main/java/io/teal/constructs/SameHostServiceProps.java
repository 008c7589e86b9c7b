package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.release.InvalidValueException;
import java.util.Objects;

/** The checked values of a {@link SameHostService.Builder}, which documents each. */
final class SameHostServiceProps extends TwoColorProps {
    private static final String SHELL_SAFE = "/[^'\\s$]*";
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    final SharedHosts hosts;
    final int greenPort;
    final DeploymentSettings codeDeploy;

    /**
     * Checks that nothing is missing, the name is valid and each colour has its own port.
     *
     * @throws InvalidValueException if not, or the load balancer is a Network Load Balancer
     */
    SameHostServiceProps(SameHostService.Builder values) {
        super(values);
        hosts = Objects.requireNonNull(values.hosts, "hosts");
        greenPort = values.greenPort;
        codeDeploy = values.codeDeploy;
        ports(traffic.applicationPort(), greenPort);
        requireShellSafe(traffic.healthCheckPath());
        InvalidValueException.require(
                traffic.network().isEmpty(),
                "traffic: colours on the same hosts need an Application Load Balancer, and network makes a Network Load"
                        + " Balancer",
                "omit network, or use a BlueGreenService");
    }

    private static void ports(int applicationPort, int greenPort) {
        port("applicationPort", applicationPort);
        port("greenPort", greenPort);
        InvalidValueException.require(
                greenPort != applicationPort,
                "greenPort and applicationPort are both " + greenPort,
                "on one host each colour needs a port of its own");
    }

    private static void requireShellSafe(String healthCheckPath) {
        InvalidValueException.require(
                healthCheckPath.matches(SHELL_SAFE),
                "healthCheckPath is part of a script on the hosts",
                "it must be known when the app is synthesized and have no quote and no space, got " + healthCheckPath);
    }

    /** Services run without root's rights, which lower ports need. */
    private static void port(String name, int port) {
        InvalidValueException.require(
                port >= FIRST_PORT && port <= LAST_PORT,
                name + " must be a port from " + FIRST_PORT + " to " + LAST_PORT + ", got " + port);
    }
}

package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.constructs.internal.common.ServiceNames;
import io.teal.constructs.internal.cutover.CutoverSettings;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IVpc;

/** The checked values of a {@link SameHostService.Builder}, which documents each. */
record SameHostServiceProps(
        String serviceName,
        ReleaseRequest request,
        IVpc vpc,
        SharedHosts hosts,
        int greenPort,
        FleetSettings fleet,
        TrafficSettings traffic,
        DeploymentSettings codeDeploy,
        CutoverSettings cutover) {
    private static final String SHELL_SAFE = "/[^'\\s$]*";
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    /**
     * Checks that nothing is missing, the name is valid and each colour has its own port.
     *
     * @throws InvalidValueException if not, or the load balancer is a Network Load Balancer
     */
    SameHostServiceProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(request, "release");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(hosts, "hosts");
        ServiceNames.require(serviceName);
        ports(traffic.applicationPort(), greenPort);
        requireShellSafe(traffic.healthCheckPath());
        InvalidValueException.require(
                traffic.network().isEmpty(),
                "traffic: colours on the same hosts need an Application Load Balancer, and network makes a Network Load"
                        + " Balancer",
                "omit network, or use a BlueGreenService");
    }

    SameHostServiceProps(SameHostBuilder values) {
        this(
                values.serviceName,
                values.request,
                values.vpc,
                values.hosts,
                values.greenPort,
                Objects.requireNonNull(values.fleet, "fleet").settings,
                Objects.requireNonNull(values.traffic, "traffic").settings,
                Objects.requireNonNull(values.codeDeploy, "codeDeploy").settings,
                Objects.requireNonNull(values.cutover, "cutover").settings);
    }

    private static void ports(int applicationPort, int greenPort) {
        port("applicationPort", applicationPort);
        port("greenPort", greenPort);
        InvalidValueException.require(
                greenPort != applicationPort,
                "greenPort and applicationPort are both " + greenPort,
                "on one host each colour needs a port of its" + " own");
    }

    private static void requireShellSafe(String healthCheckPath) {
        InvalidValueException.require(
                healthCheckPath.matches(SHELL_SAFE),
                "healthCheckPath is part of a script on the hosts",
                "it must be known when the app is synthesized and" + " have no quote and no space, got "
                        + healthCheckPath);
    }

    /** Services run without root's rights, which lower ports need. */
    private static void port(String name, int port) {
        InvalidValueException.require(
                port >= FIRST_PORT && port <= LAST_PORT,
                name + " must be a port from " + FIRST_PORT + " to " + LAST_PORT + ", got " + port);
    }
}

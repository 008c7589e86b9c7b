package io.teal.constructs.cutover;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * Lets CodeDeploy install a version on a fleet that serves, waits for it, and watches alarms afterwards; a function and
 * a state machine drive it. For the constructs that make such a fleet, not for apps.
 *
 * <p>What CloudFormation does: create and update wait until every host has the version and the bake is over, or fail
 * with the host and the script; a rollback installs the version before in the same way, and fails if that does; delete
 * is answered at once.
 */
public final class InPlaceInstall extends Construct {
    private final Told told;
    private final Machinery machinery;
    private final CfnResource resource;

    /**
     * What is installed where.
     *
     * @param serviceName the service
     * @param version what its hosts run afterwards
     * @param hosts name of the Auto Scaling group, and the most hosts that it has
     * @param targetGroup ARN of the target group that the hosts are in
     * @param loadBalancer ARN of its load balancer
     * @param alarms names of the alarms that are watched
     * @param install how it is installed
     * @param bake how long the alarms are watched afterwards
     */
    public record Told(
            String serviceName,
            Version version,
            Hosts hosts,
            String targetGroup,
            String loadBalancer,
            List<String> alarms,
            Install install,
            Duration bake) {}

    /**
     * An Auto Scaling group.
     *
     * @param name its name, fixed: what may be done to its hosts is said by it
     * @param most its maximum
     */
    public record Hosts(String name, int most) {}

    /** Installs what {@code told} says. */
    public InPlaceInstall(Construct scope, String id, Told told) {
        super(scope, id);
        this.told = told;
        this.machinery = new Machinery(this, "Machinery", job());
        this.resource = machinery.resource(this, "Install", Contract.INSTALL, map());
        machinery.parts().forEach(resource::addResourceDependency);
        resource.addResourceDependency(told.install().group());
    }

    /** The custom resource; whatever must be there while it installs, it must wait for. */
    public CfnResource getResource() {
        return resource;
    }

    private Machinery.Job job() {
        String name = Cutover.stateMachineName(this, told.serviceName());
        RunPermissions run = new RunPermissions(this, name);
        InstallPermissions installing =
                new InstallPermissions(this, List.of(told.hosts().name()), List.of(Contract.VERSION_TAG));
        List<PolicyStatement> statements = new ArrayList<>(List.of(run.stack()));
        statements.addAll(run.executions());
        statements.add(run.reads());
        statements.addAll(installing.statements(told.install()));
        statements.add(installing.withoutAlarms(told.install()));
        return new Machinery.Job(name, "Teal: Install of " + told.serviceName(), statements, List.of());
    }

    private Map<String, Object> map() {
        Map<String, Object> map = CutoverMap.write(properties());
        map.put(InstallProperties.NAME, told.install().told(Optional.of(Color.BLUE), Optional.of(told.bake())));
        return map;
    }

    /** The map is made for two colours: the version stands as blue's, and green has none. */
    private CutoverProperties properties() {
        return new CutoverProperties(
                told.serviceName(),
                ReleaseRequest.of(Release.first(Color.BLUE, told.version())),
                new Strategy.AllAtOnce(),
                ReleaseSource.flags(told.serviceName()),
                new Gating(Evidence.IF_ANY, 1, false),
                Timing.DEFAULT,
                told.hosts().most(),
                told.loadBalancer(),
                machinery.machineArn(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(Color.BLUE, color(told.hosts().name(), told.alarms()), Color.GREEN, color("none", List.of())));
    }

    private ColorProperties color(String group, List<String> alarms) {
        return new ColorProperties(group, List.of(told.targetGroup()), "none", Optional.empty(), alarms);
    }
}

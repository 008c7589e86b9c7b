package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
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
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * Lets CodeDeploy install a version on a fleet that serves, waits for it, and watches alarms afterwards; a function and
 * a state machine drive it.
 *
 * <p>What CloudFormation does: create and update wait until every host has the version and the bake is over, or fail
 * with the host and the script; a rollback installs the previous version in the same way, and may fail too; delete does
 * nothing.
 */
public final class InPlaceInstall extends Construct {
    private final InPlaceInstallProps props;
    private final Machinery machinery;
    private final CfnResource resource;

    /** Installs what {@code props} say. */
    public InPlaceInstall(Construct scope, String id, InPlaceInstallProps props) {
        super(scope, id);
        this.props = props;
        this.machinery = new Machinery(this, "Machinery", job());
        this.resource = machinery.resource(this, "Install", Contract.INSTALL, map());
        LastLook look = LastLook.at(this);
        machinery.parts().forEach(part -> look.order(resource, part));
        look.order(resource, props.installation().group());
    }

    /** The custom resource; it must depend on whatever an installation needs. */
    public CfnResource getResource() {
        return resource;
    }

    private Machinery.Job job() {
        String name = CutoverConstruct.stateMachineName(this, props.serviceName());
        RunPermissions run = new RunPermissions(this, name);
        InstallPermissions installing =
                new InstallPermissions(this, List.of(props.groupName()), List.of(Contract.VERSION_TAG));
        List<PolicyStatement> statements = new ArrayList<>(
                List.of(run.stack(), run.start(), RunPermissions.reads(List.of(RunPermissions.HOST_TAGS))));
        statements.addAll(installing.statements(props.installation()));
        statements.add(installing.withoutAlarms(props.installation()));
        return new Machinery.Job(
                name, "Teal: Install of " + props.serviceName(), statements, List.of(), props.notices());
    }

    private Map<String, Object> map() {
        Map<String, Object> map = CutoverMap.write(properties());
        map.put(
                InstallProperties.NAME,
                props.installation().properties(Optional.of(Color.BLUE), Optional.of(props.bake())));
        return map;
    }

    /** The map is made for two colours: the version stands as blue's, and green has none. */
    private CutoverProperties properties() {
        return new CutoverProperties(
                props.serviceName(),
                ReleaseRequest.of(Release.first(Color.BLUE, props.version())),
                new Strategy.AllAtOnce(),
                ReleaseSource.flags(props.serviceName()),
                new Gating(Evidence.IF_ANY, 1),
                Timing.DEFAULT,
                props.maxCapacity(),
                0,
                props.loadBalancer(),
                machinery.machineArn(),
                Map.of(),
                Optional.empty(),
                false,
                List.of(),
                props.notices().targets(),
                Optional.empty(),
                Map.of(Color.BLUE, color(props.groupName(), props.alarms()), Color.GREEN, color("none", List.of())),
                List.of(),
                0);
    }

    private ColorProperties color(String group, List<String> alarms) {
        return new ColorProperties(group, List.of(props.targetGroup()), "none", Optional.empty(), alarms);
    }
}

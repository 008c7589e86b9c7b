package io.teal.runtime.run;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that a version is installed on, or one for each colour where both share the hosts; their deployment group,
 * and what both say of themselves.
 */
final class InstallTarget {
    /** The tagging API takes no more at once. */
    private static final int MOST_TAGGED = 20;

    /** Stands before the version in a host's tag while nobody knows what it runs; no version has a space. */
    private static final String MARK = "installing ";

    private final Aws aws;
    private final CodeDeploy codeDeploy;
    private final Clock clock;
    private final Event event;
    private final CutoverProperties properties;
    private final InstallProperties install;
    private final List<Color> colors;
    private final Revision revision;

    InstallTarget(Aws aws, Event event, Clock clock) {
        this.aws = aws;
        this.codeDeploy = aws.codeDeploy();
        this.clock = clock;
        this.event = event;
        this.properties = event.properties();
        this.install = event.install();
        this.colors = install.color().map(List::of).orElse(List.of(Color.values()));
        this.revision = new Revision(install.bucket(), install.key());
    }

    /** Whether it installs where traffic is, because it is told so. */
    boolean inPlace() {
        return install.inPlace().isPresent();
    }

    /** Whether a colour has traffic whose hosts would be changed unasked: on a fleet of its own, any. */
    boolean serves() {
        return !inPlace()
                && new Observer(aws, properties, clock)
                        .live()
                        .filter(weights -> changing().stream().anyMatch(color -> weights.of(color) > 0))
                        .isPresent();
    }

    /** Of colours that share the hosts, those of which a host says something else than the release. */
    private List<Color> changing() {
        return install.color().isPresent()
                ? colors
                : colors.stream().filter(this::differs).toList();
    }

    /** A host that nothing is known of yet tells nothing: the tagging API learns late. */
    private boolean differs(Color color) {
        AutoScalingGroup group = group();
        Map<String, Map<String, String>> tags = aws.describeHostTags(group.name());
        return group.instances().stream()
                .filter(tags::containsKey)
                .anyMatch(host -> !ColorTags.of(properties, color).says(tags.get(host), wanted(color)));
    }

    private String wanted(Color color) {
        return properties.request().release().version(color).map(Version::value).orElse(Version.NONE);
    }

    /** Why the fleet is not there as it should be; CodeDeploy installs on hosts in service only. */
    Optional<String> missing() {
        AutoScalingGroup group = group();
        int wanted = Math.max(1, group.desired());
        if (group.instances().size() >= wanted) {
            return Optional.empty();
        }
        String hook = remembered()
                .lastSuccessful()
                .map(id -> "; before it is in service a host gets deployment " + id
                        + ", the group's last successful one, and is ended if that fails")
                .orElse("");
        return Optional.of(group.instances().size() + " of " + wanted + " hosts are in service" + hook);
    }

    /** A deployment of the group that has not ended; the first that is of no launched host. */
    Optional<Deployment> running() {
        List<Deployment> running = codeDeploy.listRunningDeployments(install.application(), install.group()).stream()
                .map(codeDeploy::getDeployment)
                .filter(Deployment::running)
                .toList();
        return running.stream()
                .filter(one -> !one.isOfALaunch())
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    /** Whether {@code deployment} installs what is wanted. */
    boolean installs(Deployment deployment) {
        return deployment.revision().equals(Optional.of(revision));
    }

    /** Whether all hosts say they run the version, and nothing has been tried since it was installed. */
    boolean isInstalled() {
        DeploymentGroup group = remembered();
        return group.lastAttempted()
                        .or(group::lastSuccessful)
                        .map(codeDeploy::getDeployment)
                        .filter(last -> last.succeeded() && last.unsuccessful() == 0 && installs(last))
                        .isPresent()
                && allSayTheVersion();
    }

    /** Whether every host in service was in deployment {@code id}, and had it. */
    boolean covered(String id) {
        Set<String> had = codeDeploy.describeDeploymentTargets(id).stream()
                .filter(target -> target.status().equals("Succeeded"))
                .map(DeploymentTarget::host)
                .collect(Collectors.toCollection(HashSet::new));
        return had.containsAll(group().instances());
    }

    /** Before a deployment: from now on nobody knows what the hosts run. */
    void mark() {
        changing().forEach(color -> tag(color, MARK + wanted(color)));
    }

    /** After one that had all hosts. */
    void tag() {
        colors.forEach(color -> tag(color, wanted(color)));
    }

    String create() {
        return codeDeploy.createDeployment(install.application(), install.group(), revision, asks());
    }

    /** The alarms that a release set off still stand when it goes back, and would stop that, too. */
    String createBack() {
        return inPlace()
                ? codeDeploy.createDeploymentWithoutAlarms(install.application(), install.group(), revision, asks())
                : create();
    }

    private String asks() {
        return "Teal " + event.execution();
    }

    /** Stops it, unless it has ended. */
    void stop(Optional<String> deployment) {
        deployment.filter(id -> codeDeploy.getDeployment(id).running()).ifPresent(codeDeploy::stopDeployment);
    }

    /** All of them, whatever the tagging API says they have: it may learn late. */
    private void tag(Color color, String value) {
        String key = ColorTags.of(properties, color).versionKey();
        List<String> hosts = group().instances();
        for (int from = 0; from < hosts.size(); from += MOST_TAGGED) {
            List<String> some = hosts.subList(from, Math.min(from + MOST_TAGGED, hosts.size()));
            aws.tagResources(
                    some.stream().map(host -> Arns.host(event.stack(), host)).toList(), key, value);
        }
    }

    private boolean allSayTheVersion() {
        AutoScalingGroup group = group();
        Map<String, Map<String, String>> tags = aws.describeHostTags(group.name());
        return group.instances().stream().allMatch(host -> allSayTheVersion(tags.getOrDefault(host, Map.of())));
    }

    private boolean allSayTheVersion(Map<String, String> tags) {
        return colors.stream().allMatch(color -> says(color, tags));
    }

    /** Hosts without colours have no tag of one. */
    private boolean says(Color color, Map<String, String> tags) {
        return inPlace()
                ? wanted(color).equals(tags.get(Contract.VERSION_TAG))
                : ColorTags.of(properties, color).says(tags, wanted(color));
    }

    private DeploymentGroup remembered() {
        return codeDeploy.getDeploymentGroup(install.application(), install.group());
    }

    private AutoScalingGroup group() {
        String name = properties.of(colors.get(0)).group();
        return aws.describeAutoScalingGroup(name)
                .orElseThrow(() -> new AwsException("NotThere", "Auto Scaling group " + name + " is not there", null));
    }

    /** The colours, unless there are none, their versions and where they come from. */
    @Override
    public String toString() {
        String versions = colors.stream()
                .map(color -> (inPlace() ? "" : color + " ") + wanted(color))
                .collect(Collectors.joining(", "));
        return versions + " (" + revision + ")";
    }
}

package io.teal.runtime.aws;

import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.BundleType;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentOverview;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.ErrorInformation;
import software.amazon.awssdk.services.codedeploy.model.InstanceTarget;
import software.amazon.awssdk.services.codedeploy.model.LastDeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentTargetsResponse;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.codedeploy.model.S3Location;

/** AWS CodeDeploy. */
final class CodeDeployCalls implements CodeDeploy {
    private static final DeploymentStatus[] RUNNING = {
        DeploymentStatus.CREATED,
        DeploymentStatus.QUEUED,
        DeploymentStatus.IN_PROGRESS,
        DeploymentStatus.BAKING,
        DeploymentStatus.READY
    };

    /** BatchGetDeploymentTargets takes no more. */
    private static final int BATCH = 25;

    private final CodeDeployClient reads;
    private final CodeDeployClient writes;

    CodeDeployCalls(AwsClients clients) {
        this.reads = clients.reads(CodeDeployClient.builder());
        this.writes = clients.writes(CodeDeployClient.builder());
    }

    @Override
    public DeploymentGroup getDeploymentGroup(String application, String group) {
        DeploymentGroupInfo info = AwsCalls.of(
                "GetDeploymentGroup " + group,
                () -> reads.getDeploymentGroup(
                                request -> request.applicationName(application).deploymentGroupName(group))
                        .deploymentGroupInfo());
        return new DeploymentGroup(id(info.lastSuccessfulDeployment()), id(info.lastAttemptedDeployment()));
    }

    private static Optional<String> id(LastDeploymentInfo last) {
        return Optional.ofNullable(last).map(LastDeploymentInfo::deploymentId);
    }

    @Override
    public String createDeployment(String application, String group, Revision revision, String description) {
        return create(application, group, revision, request -> request.description(description));
    }

    @Override
    public String createDeploymentWithoutAlarms(
            String application, String group, Revision revision, String description) {
        return create(
                application,
                group,
                revision,
                request ->
                        request.description(description).overrideAlarmConfiguration(alarms -> alarms.enabled(false)));
    }

    private String create(
            String application, String group, Revision revision, Consumer<CreateDeploymentRequest.Builder> more) {
        RevisionLocation location = RevisionLocation.builder()
                .revisionType(RevisionLocationType.S3)
                .s3Location(S3Location.builder()
                        .bucket(revision.bucket())
                        .key(revision.key())
                        .bundleType(bundle(revision.key()))
                        .build())
                .build();
        return AwsCalls.of(
                "CreateDeployment of " + revision,
                () -> writes.createDeployment(request -> request.applicationName(application)
                                .deploymentGroupName(group)
                                .revision(location)
                                .applyMutation(more))
                        .deploymentId());
    }

    private static BundleType bundle(String key) {
        if (key.endsWith(".zip")) {
            return BundleType.ZIP;
        }
        return key.endsWith(".tar") ? BundleType.TAR : BundleType.TGZ;
    }

    @Override
    public Deployment getDeployment(String id) {
        DeploymentInfo info = AwsCalls.of(
                "GetDeployment " + id,
                () -> reads.getDeployment(request -> request.deploymentId(id)).deploymentInfo());
        return new Deployment(
                id,
                info.statusAsString(),
                String.valueOf(info.creatorAsString()),
                Optional.ofNullable(info.revision())
                        .map(RevisionLocation::s3Location)
                        .map(object -> new Revision(object.bucket(), object.key())),
                unsuccessful(info.deploymentOverview()),
                error(info.errorInformation()));
    }

    private static int unsuccessful(DeploymentOverview overview) {
        return overview == null ? 0 : count(overview.failed()) + count(overview.skipped());
    }

    private static int count(Long hosts) {
        return hosts == null ? 0 : hosts.intValue();
    }

    private static String error(ErrorInformation error) {
        return error == null || error.code() == null ? "" : error.codeAsString() + ": " + error.message();
    }

    @Override
    public List<String> listRunningDeployments(String application, String group) {
        return AwsCalls.of(
                "ListDeployments of " + group,
                () -> reads
                        .listDeploymentsPaginator(request -> request.applicationName(application)
                                .deploymentGroupName(group)
                                .includeOnlyStatuses(RUNNING))
                        .deployments()
                        .stream()
                        .toList());
    }

    @Override
    public List<DeploymentTarget> describeDeploymentTargets(String id) {
        List<String> hosts = hosts(id);
        List<DeploymentTarget> targets = new ArrayList<>();
        for (int from = 0; from < hosts.size(); from += BATCH) {
            List<String> some = hosts.subList(from, Math.min(from + BATCH, hosts.size()));
            AwsCalls.of(
                            "BatchGetDeploymentTargets of " + id,
                            () -> reads.batchGetDeploymentTargets(
                                            request -> request.deploymentId(id).targetIds(some))
                                    .deploymentTargets())
                    .forEach(target -> targets.add(host(target.instanceTarget())));
        }
        return targets;
    }

    private static DeploymentTarget host(InstanceTarget target) {
        return new DeploymentTarget(
                target.targetId(),
                target.statusAsString(),
                target.lifecycleEvents().stream().map(CodeDeployCalls::event).toList());
    }

    private static DeploymentTarget.LifecycleEvent event(LifecycleEvent event) {
        boolean silent = event.diagnostics() == null || event.diagnostics().message() == null;
        return new DeploymentTarget.LifecycleEvent(
                event.lifecycleEventName(),
                event.statusAsString(),
                silent ? "" : event.diagnostics().message());
    }

    private List<String> hosts(String id) {
        List<String> hosts = new ArrayList<>();
        String next = null;
        do {
            String from = next;
            ListDeploymentTargetsResponse page = AwsCalls.of(
                    "ListDeploymentTargets of " + id,
                    () -> reads.listDeploymentTargets(
                            request -> request.deploymentId(id).nextToken(from)));
            hosts.addAll(page.targetIds());
            next = page.nextToken();
        } while (next != null);
        return hosts;
    }

    @Override
    public void stopDeployment(String id) {
        AwsCalls.of(
                "StopDeployment " + id,
                () -> writes.stopDeployment(request -> request.deploymentId(id).autoRollbackEnabled(false)));
    }
}

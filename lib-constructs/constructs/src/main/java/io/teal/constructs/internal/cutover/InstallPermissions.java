package io.teal.constructs.internal.cutover;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** What the function may do in addition where CodeDeploy installs the versions. */
final class InstallPermissions {
    private final Construct scope;
    private final List<String> autoScalingGroups;
    private final List<String> versionTags;

    InstallPermissions(Construct scope, List<String> autoScalingGroups, List<String> versionTags) {
        this.scope = scope;
        this.autoScalingGroups = List.copyOf(autoScalingGroups);
        this.versionTags = List.copyOf(versionTags);
    }

    List<PolicyStatement> statements(Installation installation) {
        return List.of(
                Permissions.allow(
                        List.of(codeDeploy("deploymentgroup", installation.application() + "/*")),
                        "codedeploy:CreateDeployment",
                        "codedeploy:GetDeployment",
                        "codedeploy:GetDeploymentGroup",
                        "codedeploy:ListDeployments"),
                Permissions.allow(
                        List.of(installation.applicationArn()),
                        "codedeploy:GetApplicationRevision",
                        "codedeploy:RegisterApplicationRevision"),
                Permissions.allow(
                        List.of(codeDeploy("deploymentconfig", Permissions.ALL)), "codedeploy:GetDeploymentConfig"),
                withoutResources(),
                tagHosts());
    }

    /** A rollback is a deployment without alarms, which needs permission to update the group. */
    PolicyStatement withoutAlarms(Installation installation) {
        return Permissions.allow(
                List.of(codeDeploy("deploymentgroup", installation.application() + "/*")),
                "codedeploy:UpdateDeploymentGroup");
    }

    /** AWS knows no resources for these calls: CodeDeploy names a deployment by its id only. */
    private static PolicyStatement withoutResources() {
        return Permissions.allow(
                List.of(Permissions.ALL),
                "codedeploy:BatchGetDeploymentTargets",
                "codedeploy:ListDeploymentTargets",
                "codedeploy:StopDeployment",
                "tag:TagResources");
    }

    /** The version on this service's hosts, and nothing else. */
    private PolicyStatement tagHosts() {
        String hosts = Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("ec2")
                        .resource("instance")
                        .resourceName(Permissions.ALL)
                        .build());
        PolicyStatement statement = Permissions.allow(List.of(hosts), "ec2:CreateTags");
        statement.addCondition("StringEquals", Map.of("aws:ResourceTag/aws:autoscaling:groupName", autoScalingGroups));
        return Permissions.withTags(statement, versionTags);
    }

    private String codeDeploy(String resource, String name) {
        return Permissions.arn(scope, "codedeploy", resource, name);
    }
}

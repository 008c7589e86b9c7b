package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** What the function may do beside, where CodeDeploy installs the versions. */
final class InstallPermissions {
    private static final String ALL = "*";

    private final Construct scope;
    private final CutoverProps props;

    InstallPermissions(Construct scope, CutoverProps props) {
        this.scope = scope;
        this.props = props;
    }

    List<PolicyStatement> statements(Install install) {
        return List.of(
                Permissions.allow(
                        List.of(codeDeploy("deploymentgroup", install.application() + "/*")),
                        "codedeploy:CreateDeployment",
                        "codedeploy:GetDeployment",
                        "codedeploy:GetDeploymentGroup",
                        "codedeploy:ListDeployments"),
                Permissions.allow(
                        List.of(install.applicationArn()),
                        "codedeploy:GetApplicationRevision",
                        "codedeploy:RegisterApplicationRevision"),
                Permissions.allow(List.of(codeDeploy("deploymentconfig", ALL)), "codedeploy:GetDeploymentConfig"),
                withoutResources(),
                tagHosts());
    }

    /** AWS knows no resources for these calls: CodeDeploy names a deployment by its id only. */
    private static PolicyStatement withoutResources() {
        return Permissions.allow(
                List.of(ALL),
                "codedeploy:BatchGetDeploymentTargets",
                "codedeploy:ListDeploymentTargets",
                "codedeploy:StopDeployment",
                "tag:TagResources");
    }

    /** The version on this service's hosts, and nothing else. */
    private PolicyStatement tagHosts() {
        List<String> groups = Stream.of(Color.values())
                .map(color -> ColorFleet.groupName(scope, props.serviceName(), color))
                .toList();
        String hosts = Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("ec2")
                        .resource("instance")
                        .resourceName(ALL)
                        .build());
        PolicyStatement statement = Permissions.allow(List.of(hosts), "ec2:CreateTags");
        statement.addCondition("StringEquals", Map.of("aws:ResourceTag/aws:autoscaling:groupName", groups));
        statement.addCondition("ForAllValues:StringEquals", Map.of("aws:TagKeys", List.of(ColorFleet.VERSION_TAG)));
        return statement;
    }

    private String codeDeploy(String resource, String name) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("codedeploy")
                        .resource(resource)
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }
}

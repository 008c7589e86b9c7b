package io.teal.operate.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS calls that the verbs make beyond those of a run, under AWS's names.
 *
 * @see io.teal.release.port.AwsException what each throws if it fails
 */
public interface Account {

    /** CloudFormation {@code DescribeStacks}; empty if there is no such stack. */
    Optional<StackState> describeStack(String name);

    /** CloudFormation {@code GetTemplate}: the template as JSON or YAML, as it was deployed. */
    String getTemplate(String stack);

    /** CloudFormation {@code ListStackResources}: the physical id of each resource that has one, by logical id. */
    Map<String, String> listStackResources(String stack);

    /** CloudFormation {@code ListExports}: values of other stacks, by name. */
    Map<String, String> listExports();

    /** CloudFormation {@code CancelUpdateStack}. */
    void cancelUpdateStack(String stack);

    /** EC2 {@code DescribeLaunchTemplates}: the number of the newest version; empty if there is no such template. */
    Optional<String> latestLaunchTemplateVersion(String launchTemplate);

    /** The further calls of EC2. */
    Ec2 ec2();

    /** The calls by which quotas are read. */
    Quotas quotas();

    /** The calls by which the caller's rights are found out. */
    Rights rights();

    /**
     * Auto Scaling {@code DescribeInstanceRefreshes}: those of a group that Auto Scaling remembers, newest first, all
     * pages.
     */
    List<HostRefresh> describeInstanceRefreshes(String group);

    /** Figures and logs. */
    Telemetry telemetry();

    /** Step Functions {@code GetExecutionHistory}, newest first: inputs and outputs of its states, as JSON. */
    List<String> executionHistory(String execution);
}

package io.teal.constructs.internal.fleet;

import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.LinuxUserDataOptions;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * CloudWatch's agent on the hosts of one Auto Scaling group: memory and the root volume as metrics of the group, and
 * log files in a log group of a fixed name. A host serves without it too.
 *
 * <p>What CloudFormation does: creates the log group before the launch template that names it, whether the colour has a
 * fleet or not; changes its retention in place, and deletes it with the stack, or in the cleanup of the deploy that
 * leaves the option out. The log of a retired fleet stays until its lines are too old.
 *
 * <p>What the agent does is in user data, and so in the launch template, which Preflight pins: a fleet that serves gets
 * it when its colour is started again. The metrics have no dimension of the host, so the agent asks EC2 for nothing.
 */
public final class HostAgent extends Construct {
    /** Where the agent's metrics are. */
    public static final String NAMESPACE = "CWAgent";

    private final String groupName;
    private final AgentSettings settings;
    private final Optional<LogGroup> log;

    private HostAgent(Construct scope, String id, String groupName, AgentSettings settings, Role role) {
        super(scope, id);
        this.groupName = groupName;
        this.settings = settings;
        this.log = settings.files().isEmpty() ? Optional.empty() : Optional.of(log());
        log.ifPresent(own -> role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(own.getLogGroupArn()))
                .build()));
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("cloudwatch:PutMetricData"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("cloudwatch:namespace", NAMESPACE)))
                .build());
    }

    /**
     * The agent of the group called {@code groupName}, whose hosts have {@code role}, if {@code options} ask for it.
     */
    public static Optional<HostAgent> of(
            Construct scope, String id, String groupName, FleetSettings options, Role role) {
        return options.hosts().agent().map(settings -> new HostAgent(scope, id, groupName, settings, role));
    }

    private LogGroup log() {
        return LogGroup.Builder.create(this, "Log")
                .logGroupName(Contract.logGroupName(groupName))
                .retention(settings.retention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    /** The name of the log group, if it sends log files. */
    public Optional<String> logGroupName() {
        return log.map(LogGroup::getLogGroupName);
    }

    /**
     * {@code boot} with the agent, which starts before anything else, so that it has the log of a version that fails.
     *
     * @throws InvalidValueException if user data are no shell script
     */
    public HostBoot on(HostBoot boot) {
        String script = boot.userData().render();
        String first = script.lines().findFirst().orElse("");
        InvalidValueException.require(
                first.matches("#!/\\S*?(/|/env )(ba|da|)sh( .*)?"),
                "cloudWatchAgent is set up by user data, and the hosts' is no shell script",
                "start the agent in the image, and leave cloudWatchAgent out");
        getNode()
                .addValidation(() -> boot.userData().render().equals(script)
                        ? List.of()
                        : List.of("user data were changed after the service was made, and cloudWatchAgent had set them"
                                + " up: add all commands before that"));
        UserData with =
                UserData.forLinux(LinuxUserDataOptions.builder().shebang(first).build());
        with.addCommands(setup());
        String rest = script.substring(first.length()).stripLeading();
        if (!rest.isEmpty()) {
            with.addCommands(rest);
        }
        return new HostBoot(boot.image(), with, boot.codeDeploy());
    }

    private String setup() {
        return String.join(
                "\n",
                "teal_agent() {",
                "  home=/opt/aws/amazon-cloudwatch-agent",
                "  [ -x $home/bin/amazon-cloudwatch-agent-ctl ] || timeout 120 dnf install -y amazon-cloudwatch-agent"
                        + " || return",
                "  cat > $home/etc/teal.json <<'TEAL' || return",
                configuration(),
                "TEAL",
                "  timeout 60 $home/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c"
                        + " file:$home/etc/teal.json",
                "}",
                "teal_agent || echo 'the CloudWatch agent was not started; the host goes on without it' >&2");
    }

    private String configuration() {
        String group = "\"append_dimensions\": {\"AutoScalingGroupName\": \"" + groupName + "\"}";
        return """
                {
                  "agent": {"metrics_collection_interval": 60, "omit_hostname": true},
                  "metrics": {
                    "namespace": "%s",
                    "aggregation_dimensions": [["AutoScalingGroupName"]],
                    "metrics_collected": {
                      "mem": {"measurement": ["used_percent"], %s},
                      "disk": {"measurement": ["used_percent"], "resources": ["/"], "drop_device": true, %s}
                    }
                  }%s
                }""".formatted(NAMESPACE, group, group, log.map(this::files).orElse(""));
    }

    private String files(LogGroup to) {
        return settings.files().stream()
                .map(file -> "      {\"file_path\": \"" + file + "\", \"log_group_name\": \"" + to.getLogGroupName()
                        + "\", \"log_stream_name\": \"{instance_id}" + file.replace('*', '-') + "\"}")
                .collect(Collectors.joining(
                        ",\n", ",\n  \"logs\": {\"logs_collected\": {\"files\": {\"collect_list\": [\n", "\n  ]}}}"));
    }
}

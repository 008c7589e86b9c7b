package io.teal.constructs;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;

/**
 * How a host gets the CodeDeploy agent. It always starts last, because CodeDeploy may install as soon as the agent
 * runs.
 */
public final class CodeDeployAgent {
    private static final Pattern PACKAGE = Pattern.compile("codedeploy-agent-[0-9][A-Za-z0-9_.-]*\\.noarch\\.rpm");
    private static final String START = "systemctl enable --now codedeploy-agent";

    private final List<String> commands;

    private CodeDeployAgent(List<String> commands) {
        this.commands = commands;
    }

    /**
     * The image has it, and does not start it: {@code systemctl disable codedeploy-agent} when the image is made. An
     * agent that starts with the image may install before the host's commands have run.
     */
    public static CodeDeployAgent inImage() {
        return new CodeDeployAgent(List.of(START));
    }

    /**
     * Amazon Linux 2023 installs it at boot, always the same release of it.
     *
     * @param name the package's name, {@code codedeploy-agent-<version>.noarch.rpm}; {@code aws s3 ls
     *     s3://aws-codedeploy-<region>/releases/} lists them
     * @throws InvalidValueException if it is not such a name
     */
    public static CodeDeployAgent release(String name) {
        InvalidValueException.require(
                PACKAGE.matcher(name).matches(),
                "the agent's package must be named codedeploy-agent-<version>.noarch.rpm, got '" + name + "'",
                "aws s3 ls s3://aws-codedeploy-<region>/releases/ lists them");
        String file = "/opt/" + name;
        return new CodeDeployAgent(List.of(
                "aws s3 cp 's3://aws-codedeploy-" + Aws.REGION + "/releases/" + name + "' " + file,
                "dnf install -y " + file,
                START));
    }

    /** A host that boots from {@code image}, runs {@code setup}, and then starts the agent. */
    HostSetup hostSetup(IMachineImage image, List<String> setup) {
        UserData userData = UserData.forLinux();
        // A host that is not set up must not get an agent: CodeDeploy would install on it.
        userData.addCommands("set -euo pipefail");
        userData.addCommands(setup.toArray(String[]::new));
        userData.addCommands(commands.toArray(String[]::new));
        return new HostSetup(image, userData);
    }
}

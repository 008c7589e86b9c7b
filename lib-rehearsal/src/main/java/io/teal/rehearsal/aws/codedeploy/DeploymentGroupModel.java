package io.teal.rehearsal.aws.codedeploy;

/**
 * A CodeDeploy deployment group of one fleet.
 *
 * @param id its logical id
 * @param fleet logical id of the Auto Scaling group it deploys to
 * @param shared whether both colours share the hosts of {@code fleet}; it then deploys to all of them at once
 * @param pace its deployment configuration
 * @param traffic whether a host is deregistered from its target groups during its deployment
 * @param names what the agent calls it and its application
 */
public record DeploymentGroupModel(
        String id, String fleet, boolean shared, DeploymentConfiguration pace, boolean traffic, AgentNames names) {

    /**
     * Names that the agent gives to scripts.
     *
     * @param application the application's
     * @param group the deployment group's
     */
    public record AgentNames(String application, String group) {}

    /** One whose names are logical ids. */
    public DeploymentGroupModel(
            String id, String fleet, boolean shared, DeploymentConfiguration pace, boolean traffic) {
        this(id, fleet, shared, pace, traffic, new AgentNames("application", id));
    }

    /** CodeDeploy's predefined deployment configurations. */
    public enum DeploymentConfiguration {
        /** One host after the other. */
        ONE_AT_A_TIME,
        /** Half of the hosts, rounded down. */
        HALF_AT_A_TIME,
        /** All hosts. */
        ALL_AT_ONCE;

        /** How many of {@code hosts} must stay healthy. */
        public int keeps(int hosts) {
            return switch (this) {
                case ONE_AT_A_TIME -> hosts - 1;
                case HALF_AT_A_TIME -> hosts == 1 ? 0 : (hosts + 1) / 2;
                case ALL_AT_ONCE -> 0;
            };
        }
    }
}

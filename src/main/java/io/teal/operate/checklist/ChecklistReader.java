package io.teal.operate.checklist;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Stack;
import java.util.List;

/**
 * Reads the checklists of a stack: of each service with two colours, all reads at once.
 *
 * @param connection reads them
 */
public record ChecklistReader(Connection connection) {
    /**
     * The checklists of the services of the stack called {@code name}. What cannot be read is named where it belongs.
     *
     * @throws io.teal.operate.RefusedException if there is no such stack
     * @throws io.teal.release.port.AwsException if CloudFormation cannot be asked which services there are
     */
    public List<Checklist> read(String name) {
        List<ServiceReads> begun = Stack.read(connection.account(), connection.reads(), name).services().stream()
                .map(service -> new ServiceReads(connection, service.properties()))
                .toList();
        return begun.stream().map(ServiceReads::checklist).toList();
    }
}

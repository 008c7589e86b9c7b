package io.teal.examples.services;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Orders in the PostgreSQL of {@code examples/schema}. 1.0.0 calls a column {@code customer} that 2.0.0 calls
 * {@code buyer}. A {@code POST} adds an order; any other request changes one of the first thousand, and reads it.
 *
 * <p>Reads {@code VERSION}, and {@code DATABASE}, a JDBC address. It ends at once if its column is not there: a host
 * whose schema has not come must not become healthy.
 */
public final class OrderService {
    private static final int ORDERS = 1000;

    private final String database;
    private final String column;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private OrderService(String database, String column) {
        this.database = database;
        this.column = column;
    }

    /** Serves until it is asked to end. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String column = System.getenv("VERSION").startsWith("1.") ? "customer" : "buyer";
        OrderService service = new OrderService(System.getenv("DATABASE"), column);
        service.in(connection -> service.read(connection, 1));
        HttpHost.serve(service::answer);
    }

    /** What is done on one connection. */
    private interface Work {
        String on(Connection connection) throws SQLException;
    }

    private HttpHost.Answer answer(HttpExchange request) throws SQLException {
        boolean adds = request.getRequestMethod().equals("POST");
        return new HttpHost.Answer(200, in(adds ? this::add : this::change) + "\n");
    }

    private String add(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO orders (" + column + ") VALUES ('new one')")) {
            return insert.executeUpdate() + " order added";
        }
    }

    private String change(Connection connection) throws SQLException {
        int id = ThreadLocalRandom.current().nextInt(ORDERS) + 1;
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE orders SET " + column + " = ? WHERE id = ?")) {
            update.setString(1, column + " " + id);
            update.setInt(2, id);
            update.executeUpdate();
        }
        return read(connection, id);
    }

    private String read(Connection connection, int id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + column + " FROM orders WHERE id = ?")) {
            select.setInt(1, id);
            ResultSet found = select.executeQuery();
            return found.next() ? found.getString(1) : "no such order";
        }
    }

    /** A connection that failed is not used again; the client is told, and tries again. */
    private String in(Work work) throws SQLException {
        Connection pooled = idle.poll();
        Connection connection = pooled == null ? DriverManager.getConnection(database) : pooled;
        try {
            String done = work.on(connection);
            idle.push(connection);
            return done;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }
}

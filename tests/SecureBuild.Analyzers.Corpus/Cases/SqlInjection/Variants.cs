// One flaw in many shapes of control and data flow, in the manner of generated test programs: sources of all kinds, `Bad` and two good twins.
using System.Collections;
using System.Data;
using System.Data.Common;
using System.Data.SqlClient;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.SqlInjection.Variants;

public static class Io
{
    public static readonly bool StaticReadonlyTrue = true;
    public static readonly bool StaticReadonlyFalse = false;
    public const bool ConstTrue = true;
    public static readonly int Five = 5;
    public static bool ReturnsTrue() => true;
    public static bool ReturnsFalse() => false;
    public static bool Either() => Environment.TickCount % 2 == 0;
    public static void WriteLine(string line) => Console.WriteLine(line);
    public static SqlConnection OpenConnection() => new(Environment.GetEnvironmentVariable("CONNECTION"));
}

// [Bad CWE-89] an environment variable, in a branch that is always taken
public class EnvironmentIfTrue
{
    public void Bad()
    {
        string data;
        if (true)
        {
            data = Environment.GetEnvironmentVariable("ADD");
        }
        else
        {
            data = null;
        }
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand(null, connection);
        command.CommandText = "insert into users (status) values ('updated') where name='" + data + "'";
        command.ExecuteNonQuery();
    }
}

// [Good CWE-89] the other branch of a constant condition
public class EnvironmentIfTrueGood
{
    public void GoodG2B()
    {
        string data;
        if (Io.StaticReadonlyFalse)
        {
            data = Environment.GetEnvironmentVariable("ADD");
        }
        else
        {
            data = "foo";
        }
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from users where name='" + data + "'", connection);
        command.ExecuteScalar();
    }
}

// [Bad CWE-89] a line of a file, split, every part joined to a statement
public class FileLines
{
    public void Bad()
    {
        string data = "";
        try
        {
            using var reader = new StreamReader("data.txt");
            data = reader.ReadLine();
        }
        catch (IOException exception)
        {
            Io.WriteLine(exception.Message);
        }
        if (data == null)
            return;
        string[] names = data.Split('-');
        int count = 0;
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand();
        command.Connection = connection;
        for (int i = 0; i < names.Length; i++)
            command.CommandText += "update users set hitcount=hitcount+1 where name='" + names[i] + "';";
        count += command.ExecuteNonQuery();
        Io.WriteLine("Updated " + count);
    }
}

// [Good CWE-89] a line of a file, split, every part a parameter
public class FileLinesGood
{
    public void GoodB2G()
    {
        string data;
        using (var reader = new StreamReader("data.txt"))
            data = reader.ReadLine();
        string[] names = data.Split('-');
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("", connection);
        for (int i = 0; i < names.Length; i++)
        {
            command.CommandText += "update users set hitcount=hitcount+1 where name=@name" + i + ";";
            command.Parameters.AddWithValue("@name" + i, names[i]);
        }
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] read from the console, carried by a property of a container
public class ConsoleContainer
{
    sealed class Container
    {
        public string ContainerOne { get; set; }
    }

    public void Bad()
    {
        string data = Console.ReadLine();
        var container = new Container { ContainerOne = data };
        BadSink(container);
    }

    static void BadSink(Container container)
    {
        string data = container.ContainerOne;
        using var connection = Io.OpenConnection();
        new SqlCommand("delete from users where name='" + data + "'", connection).ExecuteNonQuery();
    }
}

// [Bad CWE-89] from a TCP connection, through a switch
public class ConnectTcpSwitch
{
    public void Bad()
    {
        string data;
        switch (6)
        {
            case 6:
                data = "";
                using (var client = new TcpClient("host.example.org", 39544))
                using (var reader = new StreamReader(client.GetStream()))
                    data = reader.ReadLine();
                break;
            default:
                data = null;
                break;
        }
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("insert into users (status) values ('" + data + "')", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] from a listening socket, through a linked list
public class ListenTcpList
{
    public void Bad()
    {
        var listener = new TcpListener(System.Net.IPAddress.Any, 39543);
        listener.Start();
        using var socket = listener.AcceptTcpClient();
        using var reader = new StreamReader(socket.GetStream());
        var list = new LinkedList<string>();
        list.AddLast(reader.ReadLine());
        BadSink(list);
    }

    public void BadSink(LinkedList<string> list)
    {
        string data = list.Last.Value;
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from users where name='" + data + "'", connection);
        using var reader = command.ExecuteReader();
    }
}

// [Bad CWE-89] a value of the database ends in the next statement, through a dictionary
public class DatabaseDictionary
{
    public void Bad()
    {
        string data = "";
        using (var connection = Io.OpenConnection())
        using (var command = new SqlCommand("select name from users where id=0", connection))
        using (var reader = command.ExecuteReader())
            if (reader.Read())
                data = reader.GetString(0);
        var map = new Dictionary<int, string> { [0] = data, [1] = data, [2] = data };
        Sink(map);
    }

    void Sink(Dictionary<int, string> map)
    {
        string data = map[2];
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from accounts where owner='" + data + "'", connection);
        command.ExecuteReader();
    }
}

// [Bad CWE-89] a query parameter through an array in an array list and a base class
public class QueryAbstractBase : Controller
{
    abstract class Base { public abstract void Action(string data); }

    sealed class Concrete : Base
    {
        public override void Action(string data)
        {
            using var connection = Io.OpenConnection();
            using var command = new SqlCommand("update users set seen=1 where name='" + data + "'", connection);
            command.ExecuteNonQuery();
        }
    }

    public void Bad()
    {
        string data = Request.Query["name"];
        Base action = new Concrete();
        action.Action(data);
    }
}

// [Good CWE-89] the same call with a constant
public class QueryAbstractBaseGood : Controller
{
    abstract class Base { public abstract void Action(string data); }

    sealed class Concrete : Base
    {
        public override void Action(string data)
        {
            using var connection = Io.OpenConnection();
            using var command = new SqlCommand("update users set seen=1 where name='" + data + "'", connection);
            command.ExecuteNonQuery();
        }
    }

    public void GoodG2B()
    {
        string data = Request.Query["name"];
        data = "foo";
        Base action = new Concrete();
        action.Action(data);
    }
}

// [Bad CWE-89] a cookie through a ref parameter
public class CookieRef : ControllerBase
{
    [HttpGet("/cookie-ref")]
    public void Bad()
    {
        string data = null;
        BadSource(ref data);
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from users where name='" + data + "'", connection);
        command.ExecuteScalar();
    }

    void BadSource(ref string data)
    {
        if (Request.Cookies.Count > 0)
            data = Request.Cookies["name"];
    }
}

// [Good CWE-89] an out parameter that gets a constant although the cookie was read
public class CookieOutGood : ControllerBase
{
    [HttpGet("/cookie-out")]
    public void GoodG2B()
    {
        GoodSource(out string data);
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from users where name='" + data + "'", connection);
        command.ExecuteScalar();
    }

    void GoodSource(out string data)
    {
        data = Request.Cookies["name"];
        data = "foo";
    }
}

// [Bad CWE-89] through a static field of another class
public class HeaderStaticField : ControllerBase
{
    [HttpGet("/header-static")]
    public void Bad()
    {
        Shared.Data = Request.Headers["X-Name"];
        HeaderStaticFieldSink.Run();
    }

    static class Shared { public static string Data; }

    static class HeaderStaticFieldSink
    {
        public static void Run()
        {
            string data = Shared.Data;
            using var connection = Io.OpenConnection();
            using var command = new SqlCommand("select * from users where name='" + data + "'", connection);
            command.ExecuteScalar();
        }
    }
}

// [Bad CWE-89] through a goto and a while that is left at once
public class QueryGoto : ControllerBase
{
    [HttpGet("/goto")]
    public IActionResult Bad(string name)
    {
        string data = null;
        while (true)
        {
            data = name;
            break;
        }
        goto sink;
    sink:
        var text = new StringBuilder("select count(*) from users where name='").Append(data).Append('\'').ToString();
        using var connection = Io.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return Ok(command.ExecuteScalar());
    }
}

// [Bad CWE-89] serialised to bytes and back
public class QueryBytes : ControllerBase
{
    [HttpGet("/bytes")]
    public void Bad(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        using var buffer = new MemoryStream(bytes);
        using var reader = new BinaryReader(buffer);
        string data = Encoding.UTF8.GetString(reader.ReadBytes(bytes.Length));
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select 1 from t where n='" + data + "'", connection);
        command.ExecuteScalar();
    }
}

// [Bad CWE-89] through a delegate in a field
public class QueryDelegateField : ControllerBase
{
    delegate string Source(HttpRequest request);

    readonly Source _source = request => request.Form["title"];

    [HttpPost("/delegate-field")]
    public void Bad()
    {
        string data = _source(Request);
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand($"update posts set title = '{data}'", connection);
        command.ExecuteNonQuery();
    }
}

// [Bad CWE-89] in a non-generic list, a queue, a stack, a hashtable
public class OldCollections : ControllerBase
{
    [HttpGet("/old-collections")]
    public void Bad()
    {
        var values = new ArrayList { Request.Query["a"].ToString() };
        var queue = new Queue();
        queue.Enqueue(values[0]);
        var stack = new Stack();
        stack.Push(queue.Dequeue());
        var table = new Hashtable { ["data"] = stack.Pop() };
        string data = (string)table["data"];
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from t where a='" + data + "'", connection);
        command.ExecuteReader();
    }
}

// [Good CWE-89] the hashtable's other entry
public class OldCollectionsGood : ControllerBase
{
    [HttpGet("/old-collections-good")]
    public void Good()
    {
        var table = new Hashtable { ["data"] = Request.Query["a"].ToString(), ["table"] = "orders" };
        string name = (string)table["table"];
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from " + name, connection);
        command.ExecuteReader();
    }
}

// [Bad CWE-89] a private flag that a method sets, in a loop over the parts of the header
public class PrivateFlag : ControllerBase
{
    private bool _privateTrue = true;

    private string Source()
    {
        if (_privateTrue)
            return Request.Headers["Referer"].ToString();
        return "foo";
    }

    [HttpGet("/private-flag")]
    public void Bad()
    {
        string data = Source();
        foreach (var part in data.Split('/'))
        {
            using var connection = Io.OpenConnection();
            using IDbCommand command = connection.CreateCommand();
            command.CommandText = "insert into log values ('" + part + "')";
            command.ExecuteNonQuery();
        }
    }
}

// [Good CWE-89] int.TryParse between, in a switch expression
public class SwitchParse : ControllerBase
{
    [HttpGet("/switch-parse")]
    public void GoodB2G()
    {
        string data = Request.Query["n"];
        string where = int.TryParse(data, out var number) switch
        {
            true => "where id = " + number,
            false => "where 1 = 0",
        };
        using var connection = Io.OpenConnection();
        using var command = new SqlCommand("select * from t " + where, connection);
        command.ExecuteReader();
    }
}

// [Good CWE-89] the parameter is added through the base type
public class BaseTypeParameter : ControllerBase
{
    [HttpGet("/base-parameter")]
    public void Good(string n, [FromServices] DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "select * from t where n = @n";
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = "@n";
        parameter.DbType = DbType.String;
        parameter.Value = n;
        command.Parameters.Add(parameter);
        using var reader = command.ExecuteReader();
    }
}

// [Good CWE-89] a dynamic IN list of parameters
public class DynamicIn : ControllerBase
{
    [HttpPost("/dynamic-in")]
    public void Good([FromBody] string[] names)
    {
        using var connection = Io.OpenConnection();
        using var command = connection.CreateCommand();
        var markers = new List<string>();
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            var marker = "@p" + index;
            markers.Add(marker);
            command.Parameters.AddWithValue(marker, name);
        }
        command.CommandText = $"select * from users where name in ({string.Join(", ", markers)})";
        command.ExecuteReader();
    }
}

using System.Data;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Vulns.Sql;

static class Io
{
    internal static void Line(string s) => Console.WriteLine(s);
    internal const string Conn = "Server=.;Database=shop;Integrated Security=true;Encrypt=true";
}

// [Bad CWE-89] what is typed at the console is part of the statement
class SqlFromConsole
{
    public void Bad()
    {
        string data;
        Io.Line("Enter name: ");
        data = Console.ReadLine() ?? "";
        using var con = new SqlConnection(Io.Conn);
        con.Open();
        using var cmd = new SqlCommand(null, con);
        cmd.CommandText = "insert into users (status) values ('updated') where name='" + data + "'";
        Io.Line(cmd.ExecuteNonQuery() == 1 ? "ok" : "no");
    }
}

// [Good CWE-89] typed at the console, but it is a parameter's value
class SqlFromConsoleParameter
{
    public void Good()
    {
        string data = Console.ReadLine() ?? "";
        using var con = new SqlConnection(Io.Conn);
        using var cmd = new SqlCommand("select id from users where name=@name", con);
        cmd.Parameters.AddWithValue("@name", data);
        cmd.ExecuteNonQuery();
    }
}

// [Bad CWE-89] first argument of the command line
class SqlFromArgs
{
    static int Run(string[] args) => 0;

    public static void Main(string[] args)
    {
        using var con = new NpgsqlConnection(Io.Conn);
        var who = args.Length > 0 ? args[0] : "nobody";
        using var cmd = new NpgsqlCommand($"select * from people where name = '{who}'", con);
        cmd.ExecuteReader();
    }
}

// [Bad CWE-89] a line that came over a TCP connection
class SqlFromTcp
{
    public void Bad()
    {
        string? data = null;
        using (var client = new TcpClient("host.example.org", 39544))
        using (var reader = new StreamReader(client.GetStream()))
            data = reader.ReadLine();
        using var con = new SqlConnection(Io.Conn);
        using var cmd = con.CreateCommand();
        cmd.CommandText = "delete from users where name='" + data + "'";
        cmd.ExecuteNonQuery();
    }
}

// [Bad CWE-89] what a listening socket received
class SqlFromListener
{
    public void Bad()
    {
        string data;
        var listener = new TcpListener(IPAddress.Any, 39543);
        listener.Start();
        using (var socket = listener.AcceptSocket())
        {
            var buffer = new byte[1024];
            var n = socket.Receive(buffer);
            data = Encoding.UTF8.GetString(buffer, 0, n);
        }
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] a number that came over a TCP connection
class SqlFromTcpNumber
{
    public void Good()
    {
        using var client = new TcpClient("host.example.org", 39544);
        using var reader = new StreamReader(client.GetStream());
        if (!int.TryParse(reader.ReadLine(), out var id))
            return;
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where id=" + id, con).ExecuteReader();
    }
}

// [Bad CWE-89] an environment variable is part of the statement
class SqlFromEnvironment
{
    public void Bad()
    {
        string? data = Environment.GetEnvironmentVariable("ADD");
        Sink(data);
    }

    void Sink(string? data)
    {
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] a line of a file is part of the statement
class SqlFromFile
{
    public void Bad()
    {
        string? data;
        using (var sr = new StreamReader("data.txt"))
            data = sr.ReadLine();
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] a whole script from the program's own folder is run
class SqlScript
{
    public void Migrate()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "migrations", "001.sql"));
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand(script, con).ExecuteNonQuery();
    }
}

// [Bad CWE-89] what another query returned is part of the next statement
class SqlFromDatabase
{
    public void Bad()
    {
        string data = "";
        using var con = new SqlConnection(Io.Conn);
        using (var cmd = new SqlCommand("select name from users where id=0", con))
        using (var dr = cmd.ExecuteReader())
            while (dr.Read())
                data = dr.GetString(0);
        using var second = new SqlCommand("update log set seen=1 where name='" + data + "'", con);
        second.ExecuteNonQuery();
    }
}

// [Good CWE-89] what another query returned is a parameter of the next one
class SqlFromDatabaseParameter
{
    public void Good()
    {
        using var con = new SqlConnection(Io.Conn);
        var name = (string?)new SqlCommand("select name from users where id=0", con).ExecuteScalar();
        using var second = new SqlCommand("update log set seen=1 where name=@n", con);
        second.Parameters.Add(new SqlParameter("@n", name));
        second.ExecuteNonQuery();
    }
}

// [Bad CWE-89] typed values in a hashtable, the wrong entry is read
class SqlThroughTable
{
    public void Bad()
    {
        var table = new System.Collections.Hashtable();
        table["safe"] = "x";
        table["typed"] = Console.ReadLine();
        var data = (string?)table["typed"];
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] the typed value is overwritten by a constant before use
class SqlOverwritten
{
    public void Good()
    {
        string data = Console.ReadLine() ?? "";
        data = "foo";
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] typed value kept in a private static field between two methods
class SqlThroughStatic
{
    static string s_data = "";
    static bool s_take;

    public void Bad()
    {
        s_take = true;
        s_data = Console.ReadLine() ?? "";
        Use();
    }

    static void Use()
    {
        if (!s_take) return;
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + s_data + "'", con).ExecuteReader();
    }
}

abstract class SinkBase { public abstract void Action(string data); }

// [Bad CWE-89] typed value through an abstract class to its implementation
class SqlThroughAbstract : SinkBase
{
    public override void Action(string data)
    {
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }

    public void Bad()
    {
        SinkBase b = new SqlThroughAbstract();
        b.Action(Console.ReadLine() ?? "");
    }
}

// [Good CWE-89] a constant through an abstract class to its implementation
class SqlThroughAbstractConstant : SinkBase
{
    public override void Action(string data)
    {
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }

    public void Good()
    {
        SinkBase b = new SqlThroughAbstractConstant();
        b.Action("foo");
    }
}

// [Bad CWE-89] typed lines collected in a queue and a linked list
class SqlThroughQueue
{
    public void Bad()
    {
        var list = new LinkedList<string>();
        list.AddLast(Console.ReadLine()!);
        Next(list);
    }

    static void Next(LinkedList<string> list)
    {
        var data = list.Last!.Value;
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] typed value by a ref parameter of a helper
class SqlThroughRef
{
    void Fill(ref string data) { data = Console.ReadLine() ?? ""; }

    public void Bad()
    {
        string data = "";
        Fill(ref data);
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] a constant by a ref parameter of a helper
class SqlThroughRefConstant
{
    void Fill(ref string data) { data = "foo"; }

    public void Good()
    {
        string data = Console.ReadLine() ?? "";
        Fill(ref data);
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] a delegate hands the typed value on
class SqlThroughDelegate
{
    delegate void Handler(string s);

    public void Bad()
    {
        Handler h = Use;
        h(Console.ReadLine() ?? "");
    }

    void Use(string data)
    {
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] what a download answered becomes part of the statement
class SqlFromDownload
{
    public void Bad()
    {
        using var web = new WebClient();
        using var sr = new StreamReader(web.OpenRead("http://www.example.org/"));
        string data = sr.ReadLine() ?? "";
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Bad CWE-89] switch on a constant, the taken section reads the console
class SqlSwitch
{
    public void Bad()
    {
        string data;
        switch (6)
        {
            case 6: data = Console.ReadLine() ?? ""; break;
            default: data = "x"; break;
        }
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] switch on a constant, the section that reads the console is never taken
class SqlSwitchNever
{
    public void Good()
    {
        string data;
        switch (5)
        {
            case 6: data = Console.ReadLine() ?? ""; break;
            default: data = "x"; break;
        }
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users where name='" + data + "'", con).ExecuteReader();
    }
}

// [Good CWE-89] the connection string is from the environment, the statement is a constant
class SqlConnectionFromEnvironment
{
    public void Good()
    {
        using var con = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
        new SqlCommand("select count(*) from users", con).ExecuteScalar();
    }
}

// [Good CWE-89] a menu: the typed text only chooses among constants
class SqlMenu
{
    public void Good()
    {
        var order = Console.ReadLine() switch { "n" => "name", "d" => "created", _ => "id" };
        using var con = new SqlConnection(Io.Conn);
        new SqlCommand("select * from users order by " + order, con).ExecuteReader();
    }
}

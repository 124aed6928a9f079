using System.Data.SqlClient;
using System.IdentityModel.Selectors;
using System.IdentityModel.Tokens;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Garage.Controls;

public class CarGrid : Page
{
    protected GridView grid;

    static object Ask(SqlCommand command)
    {
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("GARAGE")))
        {
            command.Connection = connection;
            connection.Open();
            return command.ExecuteScalar();
        }
    }

    // [Bad CWE-89] the expression to sort by is sent back by the browser
    protected void grid_Sorting(object sender, GridViewSortEventArgs e)
    {
        var order = e.SortDirection == SortDirection.Ascending ? " ASC" : " DESC";
        grid.DataSource = Ask(new SqlCommand("SELECT * FROM Cars ORDER BY " + e.SortExpression + order));
    }

    // [Good CWE-89] the direction alone
    protected void grid_SortingSafe(object sender, GridViewSortEventArgs e)
    {
        var order = e.SortDirection == SortDirection.Ascending ? " ASC" : " DESC";
        grid.DataSource = Ask(new SqlCommand("SELECT * FROM Cars ORDER BY Plate" + order));
    }

    // [Bad CWE-89] the new values of a row
    protected void grid_RowUpdating(object sender, GridViewUpdateEventArgs e)
    {
        Ask(new SqlCommand("UPDATE Cars SET Colour = '" + e.NewValues["Colour"] + "' WHERE RowNo = " + e.RowIndex));
    }

    // [Good CWE-89] the new values of a row as parameters
    protected void grid_RowUpdatingSafe(object sender, GridViewUpdateEventArgs e)
    {
        var command = new SqlCommand("UPDATE Cars SET Colour = @colour WHERE RowNo = " + e.RowIndex);
        command.Parameters.AddWithValue("@colour", e.NewValues["Colour"]);
        Ask(command);
    }

    // [Bad CWE-89] a validator asks the database
    protected void plate_ServerValidate(object source, ServerValidateEventArgs args)
    {
        args.IsValid = (int)Ask(new SqlCommand("SELECT COUNT(*) FROM Cars WHERE Plate = '" + args.Value + "'")) == 0;
    }
}

// [Bad CWE-89] the argument of a callback
public class PlatePage : Page, ICallbackEventHandler
{
    string _result;

    public void RaiseCallbackEvent(string eventArgument)
    {
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("GARAGE")))
        {
            connection.Open();
            _result = Convert.ToString(new SqlCommand("SELECT Owner FROM Cars WHERE Plate = '" + eventArgument + "'", connection).ExecuteScalar());
        }
    }

    public string GetCallbackResult() { return _result; }
}

// [Good CWE-89] the argument of a callback is a number
public class BayPage : Page, ICallbackEventHandler
{
    string _result;

    public void RaiseCallbackEvent(string eventArgument)
    {
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("GARAGE")))
        {
            connection.Open();
            _result = Convert.ToString(new SqlCommand("SELECT Plate FROM Bays WHERE Bay = '" + int.Parse(eventArgument) + "'", connection).ExecuteScalar());
        }
    }

    public string GetCallbackResult() { return _result; }
}

// [Bad CWE-89] WCF: the name of who signs in
public class GarageSignIn : UserNamePasswordValidator
{
    public override void Validate(string userName, string password)
    {
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("GARAGE")))
        using (var command = new SqlCommand("SELECT Hash FROM Users WHERE Name = '" + userName + "'", connection))
        {
            connection.Open();
            if (command.ExecuteScalar() == null)
                throw new SecurityTokenValidationException("unknown");
        }
    }
}

// [Good CWE-89] WCF: the name of who signs in is a parameter
public class SafeGarageSignIn : UserNamePasswordValidator
{
    public override void Validate(string userName, string password)
    {
        using (var connection = new SqlConnection(Environment.GetEnvironmentVariable("GARAGE")))
        using (var command = new SqlCommand("SELECT Hash FROM Users WHERE Name = @name", connection))
        {
            command.Parameters.AddWithValue("@name", userName);
            connection.Open();
            if (command.ExecuteScalar() == null)
                throw new SecurityTokenValidationException("unknown");
        }
    }
}

/**
 * The names of the time zones that Meta numbers, by continent.
 *
 * Meta: "Time zone IDs" of the Marketing API, which an account's `timezone_id` refers to, read 2026-11.
 */
const PLACES: Readonly<Record<string, string>> = {
  America: `
    1:Los_Angeles 2:Denver 4:Anchorage 5:Phoenix 6:Chicago 7:New_York 9:Argentina/San_Luis
    10:Argentina/Buenos_Aires 11:Argentina/Salta 21:La_Paz 22:Noronha 23:Campo_Grande
    24:Belem 25:Sao_Paulo 26:Nassau 27:Dawson 28:Vancouver 29:Dawson_Creek 30:Edmonton
    31:Rainy_River 32:Regina 33:Atikokan 34:Iqaluit 35:Toronto 36:Blanc-Sablon 37:Halifax
    38:St_Johns 41:Santiago 43:Bogota 44:Costa_Rica 49:Santo_Domingo 51:Guayaquil
    61:Guatemala 63:Tegucigalpa 75:Jamaica 91:Tijuana 92:Hermosillo 93:Mazatlan
    94:Mexico_City 97:Managua 102:Panama 103:Lima 107:Puerto_Rico 111:Asuncion
    131:El_Salvador 135:Port_of_Spain 138:Montevideo 139:Caracas`,
  Pacific: `
    3:Honolulu 40:Easter 50:Galapagos 100:Auckland`,
  Asia: `
    8:Dubai 17:Dhaka 20:Bahrain 42:Shanghai 45:Nicosia 62:Hong_Kong 66:Jakarta 67:Makassar
    68:Jayapura 70:Jerusalem 71:Kolkata 72:Baghdad 76:Amman 77:Tokyo 79:Seoul 80:Kuwait
    81:Beirut 82:Colombo 95:Kuala_Lumpur 101:Muscat 104:Manila 105:Karachi 108:Gaza
    112:Qatar 118:Yekaterinburg 119:Omsk 120:Krasnoyarsk 121:Irkutsk 122:Yakutsk
    123:Vladivostok 124:Magadan 125:Kamchatka 126:Riyadh 128:Singapore 132:Bangkok
    136:Taipei 140:Ho_Chi_Minh`,
  Europe: `
    12:Vienna 16:Sarajevo 18:Brussels 19:Sofia 39:Zurich 46:Prague 47:Berlin 48:Copenhagen
    52:Tallinn 55:Madrid 56:Helsinki 57:Paris 58:London 60:Athens 64:Zagreb 65:Budapest
    69:Dublin 74:Rome 83:Vilnius 84:Luxembourg 85:Riga 87:Skopje 88:Malta 98:Amsterdam
    99:Oslo 106:Warsaw 109:Lisbon 113:Bucharest 114:Belgrade 115:Kaliningrad 116:Moscow
    117:Samara 127:Stockholm 129:Ljubljana 130:Bratislava 134:Istanbul 137:Kiev`,
  Australia: `
    13:Perth 14:Broken_Hill 15:Sydney`,
  Africa: `
    53:Cairo 59:Accra 78:Nairobi 86:Casablanca 96:Lagos 133:Tunis 141:Johannesburg`,
  Atlantic: `
    54:Canary 73:Reykjavik 110:Azores`,
  Indian: `
    89:Mauritius 90:Maldives`,
};

const NAME_OF = new Map(
  Object.entries(PLACES).flatMap(([continent, places]) =>
    places
      .trim()
      .split(/\s+/u)
      .map((place) => {
        const [id = "", name = ""] = place.split(":");
        return [id, `${continent}/${name}`] as const;
      }),
  ),
);

/** The zone of an account; UTC for a number that is not known. A name is taken as it is. */
export function zoneOfId(timezoneId: string | undefined): string {
  if (timezoneId === undefined) return "UTC";
  return timezoneId.includes("/") ? timezoneId : (NAME_OF.get(timezoneId) ?? "UTC");
}

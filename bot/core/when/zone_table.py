"""Names that people use for time zones, and the IANA zones they stand for."""

from __future__ import annotations

# Wall time of a region, whatever the season: (name, zone).
GENERIC = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
}  # fmt: skip

# Abbreviations that say an offset themselves: zone in which it is usual, offset in minutes.
FIXED = {
    "est": ("America/New_York", -300), "edt": ("America/New_York", -240),
    "cst": ("America/Chicago", -360), "cdt": ("America/Chicago", -300),
    "mst": ("America/Denver", -420), "mdt": ("America/Denver", -360),
    "pst": ("America/Los_Angeles", -480), "pdt": ("America/Los_Angeles", -420),
    "akst": ("America/Anchorage", -540), "akdt": ("America/Anchorage", -480), "hst": ("Pacific/Honolulu", -600),
    "ast": ("America/Halifax", -240), "adt": ("America/Halifax", -180),
    "gmt": ("Etc/GMT", 0), "utc": ("Etc/UTC", 0), "z": ("Etc/UTC", 0), "zulu": ("Etc/UTC", 0),
    "bst": ("Europe/London", 60), "wet": ("Europe/Lisbon", 0), "west": ("Europe/Lisbon", 60),
    "cet": ("Europe/Berlin", 60), "cest": ("Europe/Berlin", 120),
    "mez": ("Europe/Berlin", 60), "mesz": ("Europe/Berlin", 120),
    "eet": ("Europe/Athens", 120), "eest": ("Europe/Athens", 180), "msk": ("Europe/Moscow", 180),
    "trt": ("Europe/Istanbul", 180), "gst": ("Asia/Dubai", 240), "pkt": ("Asia/Karachi", 300),
    "npt": ("Asia/Kathmandu", 345), "ict": ("Asia/Bangkok", 420), "wib": ("Asia/Jakarta", 420),
    "sgt": ("Asia/Singapore", 480), "hkt": ("Asia/Hong_Kong", 480), "pht": ("Asia/Manila", 480),
    "myt": ("Asia/Kuala_Lumpur", 480), "awst": ("Australia/Perth", 480), "jst": ("Asia/Tokyo", 540),
    "kst": ("Asia/Seoul", 540), "acst": ("Australia/Adelaide", 570), "acdt": ("Australia/Adelaide", 630),
    "aest": ("Australia/Sydney", 600), "aedt": ("Australia/Sydney", 660),
    "nzst": ("Pacific/Auckland", 720), "nzdt": ("Pacific/Auckland", 780),
    "brt": ("America/Sao_Paulo", -180), "art": ("America/Argentina/Buenos_Aires", -180),
    "cot": ("America/Bogota", -300), "sast": ("Africa/Johannesburg", 120), "cat": ("Africa/Harare", 120),
    "eat": ("Africa/Nairobi", 180), "wat": ("Africa/Lagos", 60),
}  # fmt: skip

# One abbreviation, several countries: the bot asks unless it is what the user's own zone is called.
SHARED = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "gmt": ("Europe/London", "Etc/GMT"),
}

# Letters that mean something else to users of these zones: whoever lives there is asked, and anybody outside America
# about CST, which China uses as much.
ELSEWHERE = {
    "cst": ("Asia/Shanghai", "Asia/Taipei", "Asia/Macau", "Asia/Urumqi", "Asia/Chongqing",
            "Asia/Harbin", "America/Havana"),
    "cdt": ("America/Havana",), "pst": ("Asia/Manila", "Asia/Karachi"), "bst": ("Asia/Dhaka",),
    "ast": ("Asia/Riyadh", "Asia/Kuwait", "Asia/Qatar", "Asia/Bahrain", "Asia/Baghdad", "Asia/Aden"),
    "mst": ("Asia/Yangon", "Asia/Kuala_Lumpur"),
}  # fmt: skip

# Where English has "by 10" for "at 10".
BY_IS_AT = frozenset("Africa/Lagos Africa/Accra Africa/Freetown Africa/Monrovia Africa/Banjul Africa/Douala".split())

# Offsets with half hours that a fixed IANA zone has, in minutes.
HALF_OFFSETS = {
    330: "Asia/Kolkata", 345: "Asia/Kathmandu", 210: "Asia/Tehran", 270: "Asia/Kabul", 390: "Asia/Yangon",
    570: "Australia/Darwin", 525: "Australia/Eucla", -570: "Pacific/Marquesas",
}  # fmt: skip

# Spelled-out names, also those of Windows and Outlook. Longest first when searched.
NAMES = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "alaskan": "America/Anchorage", "hawaiian": "Pacific/Honolulu",
    "atlantic": "America/Halifax", "us eastern": "America/Indianapolis", "us mountain": "America/Phoenix",
    "central europe": "Europe/Budapest", "central european": "Europe/Berlin", "w. europe": "Europe/Berlin",
    "west europe": "Europe/Berlin", "romance": "Europe/Paris", "eastern european": "Europe/Athens",
    "e. europe": "Europe/Chisinau", "western european": "Europe/Lisbon", "gtb": "Europe/Bucharest",
    "fle": "Europe/Kyiv", "greenwich mean": "Etc/GMT", "gmt": "Europe/London", "british": "Europe/London",
    "british summer": "Europe/London", "uk": "Europe/London", "russian": "Europe/Moscow", "moscow": "Europe/Moscow",
    "turkey": "Europe/Istanbul", "israel": "Asia/Jerusalem", "arabian": "Asia/Dubai", "arab": "Asia/Riyadh",
    "gulf": "Asia/Dubai", "pakistan": "Asia/Karachi", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "se asia": "Asia/Bangkok", "singapore": "Asia/Singapore", "china": "Asia/Shanghai", "taipei": "Asia/Taipei",
    "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo", "korea": "Asia/Seoul", "w. australia": "Australia/Perth",
    "aus eastern": "Australia/Sydney", "australian eastern": "Australia/Sydney", "aus central": "Australia/Darwin",
    "e. australia": "Australia/Brisbane", "cen. australia": "Australia/Adelaide", "new zealand": "Pacific/Auckland",
    "nz": "Pacific/Auckland", "south africa": "Africa/Johannesburg", "e. africa": "Africa/Nairobi",
    "w. central africa": "Africa/Lagos", "egypt": "Africa/Cairo", "e. south america": "America/Sao_Paulo",
    "sa pacific": "America/Bogota", "argentina": "America/Argentina/Buenos_Aires", "irish": "Europe/Dublin",
    "central standard (mexico)": "America/Mexico_City", "utc": "Etc/UTC", "coordinated universal": "Etc/UTC",
    "universal": "Etc/UTC",
}  # fmt: skip

# Cities that are no zone names of their own.
CITIES = {
    "Europe/Berlin": "munich münchen muenchen hamburg cologne köln koeln frankfurt stuttgart düsseldorf duesseldorf "
    "dusseldorf leipzig dresden hannover hanover nuremberg nürnberg bremen dortmund essen bonn mannheim karlsruhe "
    "freiburg potsdam aachen kiel münster augsburg heidelberg bielefeld wiesbaden mainz regensburg ulm jena erfurt",
    "Europe/Vienna": "wien graz linz salzburg innsbruck",
    "Europe/Zurich": "zürich geneva genf genève basel bern berne lausanne lugano winterthur",
    "Europe/Paris": "lyon marseille toulouse bordeaux lille nantes strasbourg montpellier rennes grenoble",
    "Europe/London": "manchester birmingham leeds liverpool glasgow edinburgh bristol sheffield cardiff belfast "
    "newcastle nottingham leicester cambridge oxford brighton southampton aberdeen coventry york swansea dundee",
    "Europe/Dublin": "galway limerick waterford", "Europe/Madrid": "barcelona valencia seville sevilla málaga malaga "
    "bilbao zaragoza", "Europe/Lisbon": "lisboa porto braga coimbra", "Europe/Rome": "roma milan milano naples napoli "
    "turin torino florence firenze bologna venice genoa palermo", "Europe/Amsterdam": "rotterdam utrecht eindhoven "
    "groningen the_hague den_haag", "Europe/Brussels": "brussel bruxelles antwerp antwerpen ghent gent liège bruges",
    "Europe/Copenhagen": "københavn aarhus odense aalborg", "Europe/Stockholm": "gothenburg göteborg malmö uppsala",
    "Europe/Oslo": "bergen trondheim stavanger", "Europe/Helsinki": "espoo tampere turku oulu",
    "Europe/Warsaw": "warszawa krakow kraków wroclaw wrocław gdansk gdańsk poznan poznań lodz łódź katowice",
    "Europe/Prague": "praha brno ostrava", "Europe/Bucharest": "bucuresti cluj cluj-napoca timisoara iasi",
    "Europe/Kyiv": "kiev lviv kharkiv odesa odessa dnipro", "Europe/Moscow": "saint_petersburg st_petersburg",
    "Europe/Athens": "thessaloniki", "Europe/Istanbul": "ankara izmir", "Europe/Vilnius": "kaunas",
    "America/New_York": "nyc new_york_city boston washington_dc washington_d.c. philadelphia miami atlanta charlotte "
    "orlando tampa pittsburgh baltimore cleveland columbus cincinnati raleigh brooklyn manhattan buffalo jacksonville",
    "America/Chicago": "houston dallas austin san_antonio fort_worth minneapolis st_louis new_orleans nashville "
    "kansas_city milwaukee memphis omaha", "America/Denver": "salt_lake_city boulder albuquerque colorado_springs",
    "America/Los_Angeles": "la l.a. sf san_francisco seattle san_diego portland san_jose las_vegas sacramento "
    "palo_alto oakland bay_area silicon_valley", "America/Phoenix": "tucson scottsdale",
    "America/Detroit": "ann_arbor", "America/Toronto": "ottawa montreal montréal quebec quebec_city mississauga "
    "hamilton", "America/Edmonton": "calgary", "America/Mexico_City": "cdmx guadalajara",
    "America/Sao_Paulo": "rio rio_de_janeiro são_paulo brasilia brasília belo_horizonte curitiba porto_alegre "
    "campinas florianopolis", "America/Argentina/Buenos_Aires": "rosario", "America/Bogota": "bogotá medellin "
    "medellín cali", "America/Lima": "arequipa", "America/Santiago": "valparaiso", "America/Guayaquil": "quito",
    "Asia/Kolkata": "mumbai bombay delhi new_delhi bangalore bengaluru hyderabad chennai madras pune ahmedabad "
    "calcutta noida gurgaon gurugram kochi cochin jaipur lucknow chandigarh indore coimbatore trivandrum "
    "thiruvananthapuram nagpur surat bhubaneswar", "Asia/Karachi": "lahore islamabad rawalpindi faisalabad",
    "Asia/Dhaka": "chittagong", "Asia/Dubai": "abu_dhabi sharjah", "Asia/Riyadh": "jeddah", "Asia/Jerusalem":
    "tel_aviv haifa", "Asia/Shanghai": "beijing shenzhen guangzhou chengdu hangzhou wuhan nanjing",
    "Asia/Tokyo": "osaka kyoto yokohama nagoya fukuoka sapporo kobe", "Asia/Seoul": "busan incheon",
    "Asia/Ho_Chi_Minh": "hanoi saigon da_nang ho_chi_minh_city hcmc", "Asia/Manila": "cebu makati quezon_city",
    "Asia/Jakarta": "bandung surabaya", "Asia/Bangkok": "chiang_mai phuket", "Asia/Kuala_Lumpur": "kl penang",
    "Australia/Sydney": "canberra newcastle_nsw wollongong", "Australia/Brisbane": "gold_coast cairns",
    "Australia/Melbourne": "geelong", "Pacific/Auckland": "wellington christchurch",
    "Africa/Johannesburg": "cape_town durban pretoria", "Africa/Lagos": "abuja ibadan", "Africa/Nairobi": "mombasa",
    "Africa/Cairo": "alexandria", "Africa/Casablanca": "rabat marrakesh marrakech", "Africa/Accra": "kumasi",
}  # fmt: skip

# Countries and states with one zone that matters.
COUNTRIES = {
    "Europe/Berlin": "germany deutschland", "Europe/Vienna": "austria österreich", "Europe/Zurich":
    "switzerland schweiz suisse", "Europe/Paris": "france", "Europe/London": "uk u.k. united_kingdom england scotland "
    "wales great_britain britain northern_ireland", "Europe/Dublin": "ireland", "Europe/Madrid": "spain españa",
    "Europe/Lisbon": "portugal", "Europe/Rome": "italy italia", "Europe/Amsterdam": "netherlands the_netherlands "
    "holland", "Europe/Brussels": "belgium", "Europe/Luxembourg": "luxemburg", "Europe/Copenhagen": "denmark",
    "Europe/Stockholm": "sweden", "Europe/Oslo": "norway", "Europe/Helsinki": "finland", "Europe/Warsaw": "poland",
    "Europe/Prague": "czechia czech_republic", "Europe/Bratislava": "slovakia", "Europe/Budapest": "hungary",
    "Europe/Bucharest": "romania", "Europe/Sofia": "bulgaria", "Europe/Athens": "greece", "Europe/Kyiv": "ukraine",
    "Europe/Istanbul": "turkey türkiye", "Europe/Belgrade": "serbia", "Europe/Zagreb": "croatia",
    "Europe/Ljubljana": "slovenia", "Europe/Tallinn": "estonia", "Europe/Riga": "latvia", "Europe/Vilnius":
    "lithuania", "Atlantic/Reykjavik": "iceland", "Asia/Nicosia": "cyprus",
    "Asia/Kolkata": "india", "Asia/Karachi": "pakistan", "Asia/Dhaka": "bangladesh", "Asia/Kathmandu": "nepal",
    "Asia/Colombo": "sri_lanka", "Asia/Dubai": "uae u.a.e. united_arab_emirates", "Asia/Riyadh": "saudi_arabia saudi",
    "Asia/Jerusalem": "israel", "Asia/Shanghai": "china", "Asia/Tokyo": "japan", "Asia/Seoul": "south_korea korea",
    "Asia/Ho_Chi_Minh": "vietnam", "Asia/Manila": "philippines the_philippines", "Asia/Bangkok": "thailand",
    "Asia/Kuala_Lumpur": "malaysia", "Asia/Taipei": "taiwan", "Asia/Hong_Kong": "hongkong",
    "Africa/Johannesburg": "south_africa", "Africa/Lagos": "nigeria", "Africa/Nairobi": "kenya", "Africa/Cairo":
    "egypt", "Africa/Casablanca": "morocco", "Africa/Accra": "ghana", "Africa/Addis_Ababa": "ethiopia",
    "Africa/Kampala": "uganda", "Africa/Dar_es_Salaam": "tanzania", "America/Argentina/Buenos_Aires": "argentina",
    "America/Bogota": "colombia", "America/Lima": "peru", "America/Caracas": "venezuela", "America/Montevideo":
    "uruguay", "America/Costa_Rica": "costa_rica", "Pacific/Auckland": "new_zealand nz",
    "America/New_York": "massachusetts new_jersey pennsylvania georgia_usa virginia maryland ohio north_carolina "
    "connecticut", "America/Chicago": "texas illinois minnesota wisconsin missouri",
    "America/Denver": "colorado utah", "America/Los_Angeles": "california", "America/Phoenix": "arizona",
    "Pacific/Honolulu": "hawaii", "Australia/Sydney": "nsw new_south_wales", "Australia/Brisbane": "queensland",
    "Australia/Melbourne": "victoria_australia", "America/Toronto": "ontario",
}  # fmt: skip

# Places with several zones: what to offer.
SEVERAL = {
    "usa us u.s. u.s.a. united_states america the_us the_usa the_states": (
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    "canada": ("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Halifax"),
    "australia": ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"),
    "brazil brasil": ("America/Sao_Paulo", "America/Manaus", "America/Cuiaba", "America/Rio_Branco"),
    "mexico méxico": ("America/Mexico_City", "America/Tijuana", "America/Cancun", "America/Hermosillo"),
    "russia": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok"),
    "indonesia": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "chile": ("America/Santiago", "Pacific/Easter"),
    "florida tennessee": ("America/New_York", "America/Chicago"),
    "georgia": ("Asia/Tbilisi", "America/New_York"),
    "victoria": ("Australia/Melbourne", "America/Vancouver"),
    "congo dr_congo": ("Africa/Kinshasa", "Africa/Lubumbashi"),
    "mongolia": ("Asia/Ulaanbaatar", "Asia/Hovd"),
    "kazakhstan": ("Asia/Almaty", "Asia/Aqtobe"),
    "europe": ("Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Lisbon"),
}  # fmt: skip
